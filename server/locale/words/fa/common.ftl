# What every area of the product uses.

common-yes = بله
common-no = خیر

common-rials = { $amount } ریال

common-size-bytes = { $amount } بایت
common-size-kb = { $amount } کیلوبایت
common-size-mb = { $amount } مگابایت
common-size-gb = { $amount } گیگابایت

common-months = { $count } ماه
common-days = { $count } روز
common-working-days = { $count } روز کاری
common-hours = { $count } ساعت
common-opening-hours = { $count } ساعت کاری
common-minutes = { $count } دقیقه

# How a list is joined: all but the last, then the last.
common-list-between = { $first }، { $rest }
common-list-last = { $first } و { $last }

## Days and times

common-date = { $weekday } { $day } { $month } { $year }
# A date with the same day in the other calendar.
common-date-both = { $date } ({ $day } { $month } { $year })
common-moment = { $date }، ساعت { $time }

common-weekday-sat = شنبه
common-weekday-sun = یکشنبه
common-weekday-mon = دوشنبه
common-weekday-tue = سه‌شنبه
common-weekday-wed = چهارشنبه
common-weekday-thu = پنجشنبه
common-weekday-fri = جمعه

common-month-1 = فروردین
common-month-2 = اردیبهشت
common-month-3 = خرداد
common-month-4 = تیر
common-month-5 = مرداد
common-month-6 = شهریور
common-month-7 = مهر
common-month-8 = آبان
common-month-9 = آذر
common-month-10 = دی
common-month-11 = بهمن
common-month-12 = اسفند

common-gregorian-month-1 = ژانویه
common-gregorian-month-2 = فوریه
common-gregorian-month-3 = مارس
common-gregorian-month-4 = آوریل
common-gregorian-month-5 = مه
common-gregorian-month-6 = ژوئن
common-gregorian-month-7 = ژوئیه
common-gregorian-month-8 = اوت
common-gregorian-month-9 = سپتامبر
common-gregorian-month-10 = اکتبر
common-gregorian-month-11 = نوامبر
common-gregorian-month-12 = دسامبر
