# The console: services, their versions, sheet, form and process.

services-title = خدمات
services-lead = خدمت‌هایی که این دستگاه ارائه می‌دهد. برای تغییر هر خدمت، پیش‌نویسی از نسخهٔ بعدی آن بسازید؛ تا آن را منتشر نکنید، چیزی در درگاه تغییر نمی‌کند.
services-none = هنوز خدمتی تعریف نشده است.
services-service = خدمت
services-state = وضعیت
services-version = نسخهٔ منتشرشده
services-draft = نسخهٔ بعدی
services-open = درخواست می‌پذیرد
services-closed-tag = بسته است
services-draft-there = پیش‌نویس دارد
services-draft-none = ندارد
services-version-title = نسخهٔ { $number }
services-versions = نسخه‌ها
services-versions-hint = پرونده‌های در جریان و درخواست‌های نیمه‌کاره با همان نسخه‌ای ادامه می‌یابند که با آن آغاز شده‌اند.
services-current = نسخهٔ کنونی
services-published-at = منتشرشده در

## The draft

services-draft-lead = پیش‌نویسی از نسخهٔ بعدی این خدمت بسازید: شناسنامه، فرم و فرایند آن را تغییر دهید، پیش‌نمایش آن را ببینید و سپس منتشرش کنید.
services-draft-open = ساختن پیش‌نویس
services-draft-opened = پیش‌نویس آماده است.
services-draft-saved = آخرین ذخیره:
services-draft-discarded = پیش‌نویس کنار گذاشته شد. نسخهٔ منتشرشده تغییری نکرده است.
services-save = ذخیرهٔ پیش‌نویس
services-saved = پیش‌نویس ذخیره شد.
services-discard = کنار گذاشتن پیش‌نویس
services-discard-text = همهٔ تغییرهای این پیش‌نویس از میان می‌رود. نسخهٔ منتشرشده سر جای خود می‌ماند.
services-discard-confirm = پیش‌نویس را کنار بگذار
services-conflict-title = این پیش‌نویس در این میان تغییر کرده است
services-conflict-text = آنچه شما نوشته‌اید در همین صفحه مانده و ذخیره نشده است. اگر دوباره ذخیره کنید، نوشتهٔ شما جای آن را می‌گیرد.
services-conflict-see = ببینید اکنون چه نوشته شده است

## Changes

services-changes = تفاوت با نسخهٔ منتشرشده
services-changes-none = هنوز چیزی تغییر نکرده است.
services-changes-sheet = شناسنامه
services-changes-form = فرم
services-changes-order = ترتیب پرسش‌ها تغییر کرده است.
services-changes-process = نسخهٔ دیگری از فرایند برگزیده شده است.
services-was = پیش از این:
services-is = پس از این:
services-field-added = تازه
services-field-removed = برداشته‌شده
services-field-changed = تغییریافته
services-nth = { $label } { $number }
services-in-fa = { $label } (فارسی)
services-in-en = { $label } (انگلیسی)

## Closing and opening

services-close = بستن خدمت
services-close-text = خدمت بسته در فهرست درگاه نمی‌آید و درخواست تازه نمی‌پذیرد. درخواست‌های نیمه‌کاره نگه داشته می‌شود و پرونده‌های در جریان ادامه می‌یابد.
services-closed = خدمت بسته شد و دیگر درخواست تازه نمی‌پذیرد.
services-reopen = باز کردن خدمت
services-reopen-text = با باز کردن خدمت، درخواست‌های نیمه‌کاره نیز می‌توانند فرستاده شوند.
services-reopened = خدمت باز شد و درخواست می‌پذیرد.

## The sheet

services-sheet-title = شناسنامهٔ خدمت
services-sheet-lead = می‌توانید شناسنامه را نیمه‌کاره ذخیره کنید. آنچه هنوز کم است هنگام انتشار یک‌جا گفته می‌شود. اگر متن انگلیسی را ننویسید، متن فارسی نشان داده می‌شود.
services-sections = بخش‌های شناسنامه
services-section-service = معرفی خدمت
services-section-documents = مدارک
services-section-time = زمان و مهلت
services-section-fees = هزینه‌ها
services-section-steps = مراحل و تصمیم
services-section-contact = تماس و دسترسی
services-section-more = قوانین، پرسش‌ها و تعهدات
services-entry = { $number }. { $name }
services-entry-new = افزودن یکی دیگر
services-entry-remove = این مورد را بردار
services-sentences-hint = هر جمله در یک سطر. سطرهای فارسی و انگلیسی به ترتیب با هم جفت می‌شوند.
services-document-hint = پرسشی از فرم که متقاضی این مدرک را در آن بارگذاری می‌کند.
services-day-hint = مانند ۱۴۰۵/۰۷/۰۱
services-number-hint = اگر خالی بماند، محدودیتی نیست.

services-row-title = عنوان
services-row-code = شناسهٔ خدمت
services-row-parent-agency = دستگاه مادر
services-row-description = شرح خدمت
services-row-recipients = خدمت‌گیرندگان
services-row-variant = نوع درخواست
services-row-audience = نوع خدمت
services-row-nature = ماهیت خدمت
services-row-level = سطح خدمت
services-row-life-events = رویداد مرتبط
services-row-trigger = نحوهٔ آغاز خدمت
services-row-documents = مدارک لازم
services-row-key = پرسش فرم
services-row-form = شکل مدرک
services-row-issuer = صادرکننده
services-row-required = الزامی است
services-row-note = توضیح
services-row-duration = مدت ارائهٔ خدمت
services-row-duration-span = زمانی که در رسید وعده داده می‌شود
services-row-span = زمان وعده‌داده‌شده
services-row-text = متن
services-row-starts = آغاز محاسبهٔ زمان
services-row-months = ماه
services-row-days = روز تقویمی
services-row-working-days = روز کاری
services-row-hours = ساعت ارائهٔ خدمت
services-row-minutes = دقیقه
services-row-opening-hours = ساعت و دقیقه فقط در وقت اداری شمرده شود
services-row-deadline = معنای مهلت
services-row-rule = قاعده
services-row-frequency = تواتر
services-row-validity = اعتبار نتیجه
services-row-fees = هزینه‌ها
services-row-amount = مبلغ به ریال
services-row-account = شمارهٔ حساب
services-row-online = برخط انجام می‌شود
services-row-decides = چه کسی تصمیم می‌گیرد (عنوان پست)
services-row-visits = مراجعهٔ حضوری
services-row-steps = مراحل کار
services-row-office = واحد
services-row-inquiries = استعلام از دیگر دستگاه‌ها
services-row-agency = دستگاه
services-row-about = موضوع استعلام
services-row-contact = واحد پاسخ‌گو
services-row-phone = تلفن
services-row-email = رایانامه
services-row-address = نشانی
services-row-complaint = شکایت
services-row-link = پیوند
services-row-channels = راه‌های دسترسی
services-row-laws = قوانین و مقررات
services-row-faq = پرسش‌های متداول
services-row-question = پرسش
services-row-answer = پاسخ
services-row-sla = تعهدات (توافق‌نامهٔ سطح خدمت)
services-row-edition = ویرایش شناسنامه
services-row-number = شماره
services-row-approved-on = تاریخ تصویب

## The form

services-form-title = فرم درخواست
services-form-lead = پرسش‌ها به همین ترتیب در درگاه نشان داده می‌شود. پرسشی که در بخشی آمده است، زیر عنوان همان بخش قرار می‌گیرد.
services-form-none = این فرم هنوز پرسشی ندارد.
services-required = (الزامی)
services-up = بالا بردن { $name }، ردیف { $number }
services-down = پایین بردن { $name }، ردیف { $number }
services-edit = ویرایش
services-remove = برداشتن
services-add = افزودن به فرم
services-add-go = ادامه
services-behind = پس از
services-behind-all = در پایان فرم
services-component-new = افزودن به فرم
services-component-title = ویرایش
services-component-removed = از فرم برداشته شد.
services-separator-text = خط جداکننده چیزی برای نوشتن ندارد.
services-key-hint = نامی با حروف لاتین که پاسخ با آن نگه داشته می‌شود، مانند companyName. اگر آن را تغییر دهید، پرسش تازه‌ای به شمار می‌آید.
services-values-hint = هر گزینه در یک سطر: مقدار | عنوان فارسی | عنوان انگلیسی. مانند: de | آلمان | Germany
services-component-process-hint = تنها پاسخ‌هایی که شرط‌های فرایند به آن‌ها نیاز دارند. این پاسخ‌ها رمز نمی‌شوند.
services-role-hint = اگر پاسخ این پرسش متقاضی را معرفی می‌کند، نقش آن را برگزینید.

services-type-textfield = متن یک‌سطری
services-type-textarea = متن چندسطری
services-type-number = عدد
services-type-select = انتخاب از فهرست
services-type-radio = انتخاب از چند گزینه
services-type-checkbox = تأیید (مربع علامت)
services-type-date = تاریخ
services-type-national-id = کد ملی
services-type-company-id = شناسهٔ ملی شرکت
services-type-mobile = تلفن همراه
services-type-filepicker = بارگذاری مدرک
services-type-group = بخش (عنوان)
services-type-text = متن راهنما
services-type-separator = خط جداکننده

services-prop-type = نوع
services-prop-key = کلید
services-prop-label = عنوان
services-prop-description = راهنما
services-prop-text = متن
services-prop-required = پاسخ به آن الزامی است
services-prop-process = پاسخ به فرایند داده شود
services-prop-role = نقش
services-prop-values = گزینه‌ها
services-prop-min-length = کمترین تعداد نویسه
services-prop-max-length = بیشترین تعداد نویسه
services-prop-min = کمترین مقدار
services-prop-max = بیشترین مقدار
services-prop-decimal-digits = رقم‌های اعشار
services-prop-unit = یکا
services-prop-max-files = بیشترین تعداد پرونده
services-prop-max-bytes = بیشترین حجم هر پرونده (مگابایت)
services-prop-accept = نوع پرونده

services-role-applicant-name = نام متقاضی
services-role-national-code = کد ملی متقاضی
services-role-company-id = شناسهٔ ملی متقاضی
services-role-contact-mobile = تلفن همراه برای تماس
services-role-contact-email = رایانامه برای تماس

services-removal-title = برداشتن از فرم
services-removal-group = تنها عنوان بخش برداشته می‌شود؛ پرسش‌های آن سر جای خود می‌مانند.
services-removal-text = پاسخ‌هایی که در پرونده‌ها و درخواست‌های نسخه‌های پیشین داده شده است، می‌ماند.
services-removal-confirm = از فرم بردار
services-depends = به این پرسش نیاز است:
services-depends-text = اگر آن را بردارید، پیش از انتشار باید این‌ها را نیز درست کنید.
services-depends-none = چیز دیگری به این مورد نیاز ندارد.
services-depends-document = شناسنامه مدرک «{ $title }» را از آن می‌گیرد
services-depends-condition = شرطی پس از گام «{ $step }» فرایند پاسخ آن را می‌خواند
services-depends-role = نقش آن: { $role }

## Process and preview

services-process = فرایند
services-process-see = دیدن فرایند
services-process-choose = نسخهٔ فرایند
services-process-hint = پرونده‌های نسخهٔ بعدی با این فرایند پیش می‌روند.
services-process-save = برگزیدن فرایند
services-process-version = { $key }، نسخهٔ { $version }
services-preview-title = پیش‌نمایش
services-preview-lead = شناسنامه و فرم همان‌گونه که متقاضی در درگاه می‌بیند. در این صفحه چیزی فرستاده نمی‌شود.
services-preview-sheet = صفحهٔ خدمت
services-preview-form = فرم درخواست

## Publishing

services-publication-title = انتشار نسخهٔ بعدی
services-publication-go = بازبینی و انتشار
services-publication-lead = با انتشار، این پیش‌نویس نسخهٔ { $number } خدمت می‌شود و درخواست‌های تازه با آن آغاز می‌شوند. پرونده‌های در جریان با نسخهٔ خود ادامه می‌یابند.
services-publish = انتشار
services-published = نسخهٔ تازه منتشر شد.
services-missing = { $count ->
    [one] پیش از انتشار یک مورد باید درست شود
   *[other] پیش از انتشار { $count } مورد باید درست شود
}

form-service-unstated = این ردیف کامل نیست. متقاضی پیش از آغاز باید آن را بداند.
form-service-code = شناسهٔ خدمت ۸ تا ۱۳ رقم است.
form-service-applicant = فرم باید بپرسد متقاضی کیست: پرسشی با نقش «نام متقاضی» و یکی با نقش «کد ملی» یا «شناسهٔ ملی».
form-service-document-unlisted = فرم مدرک «{ $label }» را می‌خواهد که در شناسنامه نیست.
form-service-document-unasked = مدرک «{ $label }» در شناسنامه هست، اما فرم آن را نمی‌خواهد (کلید: { $key }).
form-service-document-required = الزامی بودن مدرک «{ $label }» در شناسنامه و فرم یکسان نیست (کلید: { $key }).
form-service-variable = شرطی در فرایند پاسخ «{ $key }» را می‌خواند، اما فرم آن را به فرایند نمی‌دهد.
form-service-role = گام «{ $step }»: هیچ پستی نقش { $role } را ندارد.
form-service-notice = گام «{ $step }»: اعلانی که فرستاده می‌شود متن ندارد.
form-service-reason = گام «{ $step }»: برای نتیجهٔ «{ $outcome }» دلیلی در فهرست دلایل نیست.
form-service-register = گام «{ $step }»: دفتری که نتیجهٔ «{ $outcome }» از آن شماره می‌گیرد وجود ندارد.
form-service-link = پیوند باید با https:// یا http:// آغاز شود و فاصله نداشته باشد.
form-service-sentences = شمار سطرهای انگلیسی بیش از سطرهای فارسی است.
form-service-option = هر سطر باید دست‌کم مقدار و عنوان داشته باشد، جدا با |
form-service-accept = دست‌کم یک نوع پرونده را برگزینید.
form-service-unreadable = شناسنامه خوانده نشد. صفحه را از نو باز کنید.
form-choice = یکی از گزینه‌های فهرست را برگزینید.

## Processes

processes-title = فرایندها
processes-lead = گام‌هایی که درخواست‌ها از آن می‌گذرند. هر نسخهٔ منتشرشده برای پرونده‌هایی که با آن آغاز شده‌اند می‌ماند.
processes-none = هنوز فرایندی منتشر نشده است.
processes-picture = تصویر فرایند
processes-picture-region = تصویر فرایند؛ در صورت نیاز به چپ و راست بلغزانید
processes-picture-desc = گام‌ها و راه‌های میان آن‌ها. همین اطلاعات در فهرست گام‌ها نیز آمده است.
processes-picture-hint = هر گام به ردیف خود در فهرست گام‌ها پیوند دارد.
processes-steps = فهرست گام‌ها
processes-what = چیست
processes-who = بر عهدهٔ
processes-within = مهلت
processes-next = پس از آن
processes-nobody = هیچ پستی این نقش را ندارد
processes-late = اگر { $span } بگذرد
processes-kind-start = آغاز
processes-kind-end = پایان
processes-kind-task = کار یکی از پست‌ها
processes-kind-service = کار خودکار
processes-kind-send = اطلاع به متقاضی
processes-kind-receive = در انتظار متقاضی
processes-kind-pass = گذر
processes-kind-choice = انتخاب راه
processes-kind-fork = راه‌های هم‌زمان
processes-kind-timer = گذشتن زمان
processes-kind-scope = چند گام با هم
processes-kind-or = یک یا چند راه
processes-kind-first = هر کدام زودتر رخ دهد
processes-kind-event = رخداد
