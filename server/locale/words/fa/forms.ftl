# Forms: what is said beside a field.

## Flaws of identity numbers, by their code

form-flaw-national-code-format = کد ملی فقط از رقم تشکیل می‌شود. لطفاً حروف و نشانه‌ها را حذف کنید.
form-flaw-national-code-length = کد ملی باید ۱۰ رقم باشد. صفرهای ابتدای آن را هم وارد کنید.
form-flaw-national-code-repeated = کد ملی نمی‌تواند ۱۰ رقم یکسان باشد. لطفاً کد ملی خود را وارد کنید.
form-flaw-national-code-check = کد ملی درست نیست. لطفاً آن را با کارت ملی مقایسه و اصلاح کنید.
form-flaw-company-id-format = شناسه ملی فقط از رقم تشکیل می‌شود. لطفاً حروف و نشانه‌ها را حذف کنید.
form-flaw-company-id-length = شناسه ملی شرکت باید ۱۱ رقم باشد.
form-flaw-company-id-blank = این شناسه ملی متعلق به هیچ شرکتی نیست. لطفاً آن را از روی آگهی ثبت شرکت وارد کنید.
form-flaw-company-id-check = شناسه ملی شرکت درست نیست. لطفاً آن را با آگهی ثبت شرکت مقایسه و اصلاح کنید.
form-flaw-mobile-format = شماره تلفن همراه درست نیست. آن را مانند ۰۹۱۲۳۴۵۶۷۸۹ وارد کنید.
form-flaw-mobile-landline = این شماره تلفن ثابت است و پیامک دریافت نمی‌کند. لطفاً شماره تلفن همراه را وارد کنید.
form-flaw-postal-code-format = کد پستی فقط از رقم تشکیل می‌شود. لطفاً حروف و نشانه‌ها را حذف کنید.
form-flaw-postal-code-length = کد پستی باید ۱۰ رقم باشد.
form-flaw-postal-code-repeated = کد پستی نمی‌تواند ۱۰ رقم یکسان باشد.
form-flaw-postal-code-zero = کد پستی با صفر شروع نمی‌شود. لطفاً آن را بررسی کنید.
form-flaw-iban-format = شماره شبا با IR شروع می‌شود و پس از آن فقط رقم دارد.
form-flaw-iban-length = شماره شبا پس از IR باید ۲۴ رقم داشته باشد.
form-flaw-iban-check = شماره شبا درست نیست. لطفاً رقم‌های آن را بررسی کنید.

## What was left out

form-required = لطفاً این قسمت را پر کنید.
form-choice-required = لطفاً یکی از گزینه‌ها را انتخاب کنید.
form-checkbox-required = برای ادامه، لازم است این گزینه را علامت بزنید.
form-date-required = لطفاً روز، ماه و سال را وارد کنید.
form-file-required = لطفاً فایل خواسته‌شده را پیوست کنید.

## What was typed, and cannot be taken as it is

form-too-short = این متن کوتاه است. لطفاً دست‌کم { $min } نویسه بنویسید.
form-too-long = این متن بلند است. لطفاً آن را به حداکثر { $max } نویسه کوتاه کنید.
form-choice-unknown = این گزینه در فهرست نیست. لطفاً یکی از گزینه‌های فهرست را انتخاب کنید.
form-number-invalid = لطفاً فقط عدد وارد کنید؛ مانند ۱۲۵۰۰ یا ۱۲٬۵۰۰.
form-number-too-long = این عدد بیش از اندازه بزرگ است. لطفاً عددی با حداکثر ۱۵ رقم وارد کنید.
form-number-whole = لطفاً عدد را بدون اعشار وارد کنید.
form-number-decimals = لطفاً عدد را با حداکثر { $max } رقم اعشار وارد کنید.
form-number-small = این عدد کوچک است. لطفاً عددی وارد کنید که از { $min } کمتر نباشد.
form-number-large = این عدد بزرگ است. لطفاً عددی وارد کنید که از { $max } بیشتر نباشد.
form-number-range = لطفاً عددی از { $min } تا { $max } وارد کنید.
form-date-incomplete = تاریخ کامل نیست. لطفاً روز، ماه و سال را وارد کنید.
form-date-year = لطفاً سال را با چهار رقم وارد کنید؛ مانند ۱۴۰۵.
form-date-invalid = این تاریخ در تقویم شمسی وجود ندارد. لطفاً روز، ماه و سال را بررسی کنید.
form-date-early = لطفاً تاریخی وارد کنید که پیش از { $min } نباشد.
form-date-late = لطفاً تاریخی وارد کنید که پس از { $max } نباشد.
form-national-code-zeros = کد ملی باید ۱۰ رقم باشد. اگر کد ملی شما { $code } است، آن را با صفرهای ابتدایش وارد کنید.
form-file-too-many = تعداد فایل‌ها زیاد است. در این قسمت حداکثر { $max } فایل می‌توانید پیوست کنید؛ لطفاً فایل‌های اضافه را حذف کنید.

## Beside a field, and in the summary of the answers

form-file-limits = { $count ->
    [1] یک فایل از نوع { $types }، حداکثر { $size }
   *[other] حداکثر { $count } فایل از نوع { $types }، هر کدام حداکثر { $size }
}
form-not-given = وارد نشده است

## What is wrong with the definition of a form, for the agency's admin

form-definition-too-large = تعریف فرم بیش از ۲۰۰ کیلوبایت است. لطفاً آن را کوتاه یا به چند فرم تقسیم کنید.
form-definition-too-many-fields = فرم { $detail } قسمت دارد. لطفاً آن را به حداکثر ۲۰۰ قسمت برسانید.
form-definition-shape = «{ $at }» ساختار درستی ندارد: { $detail }
form-definition-version = فرم باید از نوع default و نسخه ۱۹ باشد.
form-definition-unknown-type = نوع «{ $detail }» در «{ $at }» شناخته نیست. لطفاً یکی از نوع‌های موجود را انتخاب کنید.
form-definition-unknown-property = ویژگی «{ $detail }» در «{ $at }» به این نوع تعلق ندارد. لطفاً آن را حذف کنید.
form-definition-missing-property = ویژگی «{ $detail }» در «{ $at }» وارد نشده است.
form-definition-nested-group = «{ $at }» گروهی درون گروه دیگر است. لطفاً آن را از گروه بیرون بیاورید.
form-definition-key-format = شناسه «{ $detail }» در «{ $at }» درست نیست. شناسه با حرف لاتین شروع می‌شود و فقط حرف لاتین، رقم و خط زیر دارد.
form-definition-key-repeated = شناسه «{ $at }» بیش از یک بار به کار رفته است. لطفاً یکی را تغییر دهید.
form-definition-text = متن «{ $detail }» در «{ $at }» باید متن فارسی داشته باشد و از ۲٬۰۰۰ نویسه بیشتر نباشد.
form-definition-limit = مقدار «{ $detail }» در «{ $at }» پذیرفتنی نیست. لطفاً آن را بررسی کنید.
form-definition-option-missing = گزینه‌های «{ $at }» کامل نیست. { $detail }
form-definition-option-repeated = گزینه «{ $detail }» در «{ $at }» خالی یا تکراری است.
form-definition-too-many-options = «{ $at }» { $detail } گزینه دارد. لطفاً آن را به حداکثر ۱۰۰ گزینه برسانید.
form-definition-unknown-file-type = نوع فایل «{ $detail }» در «{ $at }» پذیرفته نیست. نوع‌های مجاز: pdf، jpg و png
form-definition-unknown-role = نقش «{ $detail }» در «{ $at }» شناخته نیست.
form-definition-role-misplaced = نقش «{ $detail }» با نوع «{ $at }» سازگار نیست.
form-definition-role-repeated = نقش «{ $detail }» به بیش از یک قسمت داده شده است. لطفاً آن را از «{ $at }» بردارید.
