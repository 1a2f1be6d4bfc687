# What every area of the product uses.

common-yes = Yes
common-no = No

common-rials = { $amount } rials

common-size-bytes = { $amount } bytes
common-size-kb = { $amount } KB
common-size-mb = { $amount } MB
common-size-gb = { $amount } GB

common-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
common-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
common-working-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
common-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
common-opening-hours = { $count ->
    [one] { $count } working hour
   *[other] { $count } working hours
}
common-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

# How a list is joined: all but the last, then the last.
common-list-between = { $first }, { $rest }
common-list-last = { $first } and { $last }

## Days and times

common-date = { $weekday } { $day } { $month } { $year }
# A date with the same day in the other calendar.
common-date-both = { $date } ({ $day } { $month } { $year })
common-moment = { $date }, { $time }

common-weekday-sat = Saturday
common-weekday-sun = Sunday
common-weekday-mon = Monday
common-weekday-tue = Tuesday
common-weekday-wed = Wednesday
common-weekday-thu = Thursday
common-weekday-fri = Friday

common-month-1 = Farvardin
common-month-2 = Ordibehesht
common-month-3 = Khordad
common-month-4 = Tir
common-month-5 = Mordad
common-month-6 = Shahrivar
common-month-7 = Mehr
common-month-8 = Aban
common-month-9 = Azar
common-month-10 = Dey
common-month-11 = Bahman
common-month-12 = Esfand

common-gregorian-month-1 = January
common-gregorian-month-2 = February
common-gregorian-month-3 = March
common-gregorian-month-4 = April
common-gregorian-month-5 = May
common-gregorian-month-6 = June
common-gregorian-month-7 = July
common-gregorian-month-8 = August
common-gregorian-month-9 = September
common-gregorian-month-10 = October
common-gregorian-month-11 = November
common-gregorian-month-12 = December
