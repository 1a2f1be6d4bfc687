# Forms: what is said beside a field.

## Flaws of identity numbers, by their code

form-flaw-national-code-format = A national code has digits only. Please remove letters and signs.
form-flaw-national-code-length = A national code has 10 digits. Please enter leading zeros too.
form-flaw-national-code-repeated = A national code cannot be the same digit ten times. Please enter your own.
form-flaw-national-code-check = This national code is not correct. Please compare it with the national card.
form-flaw-company-id-format = A company's national ID has digits only. Please remove letters and signs.
form-flaw-company-id-length = A company's national ID has 11 digits.
form-flaw-company-id-blank = No company has this national ID. Please copy it from the registration notice.
form-flaw-company-id-check = This national ID is not correct. Please compare it with the registration notice.
form-flaw-mobile-format = This mobile number is not correct. Please enter it like 09123456789.
form-flaw-mobile-landline = This is a landline number and receives no text messages. Please enter a mobile number.
form-flaw-postal-code-format = A postal code has digits only. Please remove letters and signs.
form-flaw-postal-code-length = A postal code has 10 digits.
form-flaw-postal-code-repeated = A postal code cannot be the same digit ten times.
form-flaw-postal-code-zero = A postal code does not begin with zero. Please check it.
form-flaw-iban-format = An IBAN of Iran begins with IR and has only digits after it.
form-flaw-iban-length = An IBAN of Iran has 24 digits after IR.
form-flaw-iban-check = This IBAN is not correct. Please check its digits.

## What was left out

form-required = Please fill this in.
form-choice-required = Please choose one of the options.
form-checkbox-required = Please tick this box to go on.
form-date-required = Please enter the day, the month and the year.
form-file-required = Please attach the file that is asked for.

## What was typed, and cannot be taken as it is

form-too-short = This text is too short. Please write { $min } characters or more.
form-too-long = This text is too long. Please shorten it to { $max } characters or fewer.
form-choice-unknown = This option is not on the list. Please choose one that is.
form-number-invalid = Please enter a number only, such as 12500 or 12,500.
form-number-too-long = This number is too long. Please enter one of 15 digits or fewer.
form-number-whole = Please enter a whole number, without decimals.
form-number-decimals = Please enter the number with no more than { $max } decimals.
form-number-small = This number is too small. Please enter { $min } or more.
form-number-large = This number is too large. Please enter { $max } or less.
form-number-range = Please enter a number from { $min } to { $max }.
form-date-incomplete = The date is not complete. Please enter the day, the month and the year.
form-date-year = Please enter the year with four digits, such as 1405.
form-date-invalid = There is no such date in the Persian calendar. Please check the day, the month and the year.
form-date-early = Please enter a date that is not before { $min }.
form-date-late = Please enter a date that is not after { $max }.
form-national-code-zeros = A national code has 10 digits. If yours is { $code }, please enter it with its leading zeros.
form-file-too-many = These are too many files. The most that can be attached here: { $max }. Please remove the others.

## Beside a field, and in the summary of the answers

form-file-limits = { $count ->
    [1] One file of type { $types }, at most { $size }
   *[other] Up to { $count } files of type { $types }, each at most { $size }
}
form-not-given = Not entered

## What is wrong with the definition of a form, for the agency's admin

form-definition-too-large = The form's definition is larger than 200 kB. Please shorten it or make several forms of it.
form-definition-too-many-fields = The form has { $detail } fields. Please keep to 200 or fewer.
form-definition-shape = “{ $at }” is not written as it should be: { $detail }
form-definition-version = The form must be of type default and schema version 19.
form-definition-unknown-type = The type “{ $detail }” at “{ $at }” is not known. Please choose one of the types there are.
form-definition-unknown-property = The property “{ $detail }” at “{ $at }” does not belong to this type. Please remove it.
form-definition-missing-property = The property “{ $detail }” at “{ $at }” is missing.
form-definition-nested-group = “{ $at }” is a group inside a group. Please move it out.
form-definition-key-format = The key “{ $detail }” at “{ $at }” is not correct. A key begins with a Latin letter and has only Latin letters, digits and underscores.
form-definition-key-repeated = The key “{ $at }” is used more than once. Please change one of them.
form-definition-text = The text “{ $detail }” at “{ $at }” needs Persian words, and no more than 2,000 characters.
form-definition-limit = The value of “{ $detail }” at “{ $at }” is not acceptable. Please check it.
form-definition-option-missing = The options of “{ $at }” are not complete. { $detail }
form-definition-option-repeated = The option “{ $detail }” at “{ $at }” is empty or repeated.
form-definition-too-many-options = “{ $at }” has { $detail } options. Please keep to 100 or fewer.
form-definition-unknown-file-type = The file type “{ $detail }” at “{ $at }” is not accepted. The types are pdf, jpg and png.
form-definition-unknown-role = The role “{ $detail }” at “{ $at }” is not known.
form-definition-role-misplaced = The role “{ $detail }” does not fit the type of “{ $at }”.
form-definition-role-repeated = The role “{ $detail }” is given to more than one field. Please take it from “{ $at }”.
