# میز تنظیمات: نسخهٔ بعدی فرایند، گام‌هایش، و الگوهایی برای آغاز.

steps-draft-title = پیش‌نویس فرایند
steps-draft-open = نوشتن نسخهٔ بعدی
steps-draft-see = ادامهٔ پیش‌نویس
steps-draft-opened = پیش‌نویس آماده است. تا منتشر نشود چیزی برای کسی تغییر نمی‌کند.
steps-draft-discarded = پیش‌نویس کنار گذاشته شد. آنچه منتشر شده تغییری نکرده است.
steps-drafts = در دست نوشتن
steps-published = این نسخه منتشر شد. پرونده‌های تازه با آن پیش می‌روند و پرونده‌های جاری با نسخه‌ای که آغاز شده‌اند ادامه می‌یابند.
steps-publish = انتشار
steps-publish-text = پرونده‌های تازهٔ هر خدمتی که از این فرایند می‌گذرد با این نسخه پیش می‌روند. پرونده‌های جاری با نسخهٔ خود ادامه می‌یابند.
steps-publish-not = وقتی ایرادی در فهرست نماند می‌توان منتشر کرد. تا آن هنگام آنچه نوشته‌اید نگه داشته می‌شود.
steps-ways = انتشار یا کنار گذاشتن
steps-problems = { $count ->
    [one] یک ایراد مانع انتشار است
   *[other] { $count } ایراد مانع انتشار است
}
steps-warnings = { $count ->
    [one] یک نکته برای بازبینی
   *[other] { $count } نکته برای بازبینی
}
steps-line = سطر { $number }
steps-gallery-title = فرایند تازه
steps-gallery-lead = با یکی از این‌ها آغاز کنید و هر گونه لازم است تغییرش دهید؛ سپس در نسخهٔ بعدی خدمت آن را برگزینید.
steps-gallery-begin = آغاز با این الگو

## آنچه گامی نام می‌برد و وجود ندارد

form-process-stage = گام «{ $step }»: متقاضی برای این مرحله واژه‌ای ندارد.
form-process-within = گام «{ $step }»: مهلت آن خوانا نیست.
form-process-outcomes = گام «{ $step }» نتیجه‌ای ندارد؛ کسی نمی‌تواند آن را به پایان برساند.
form-process-notice = گام «{ $step }»: اعلانی را که فرستاده می‌شود برگزینید.
form-process-kind = گام «{ $step }»: کاری را که سامانه انجام می‌دهد برگزینید.
form-process-decision = گام «{ $step }»: اعلان‌ها برای تصمیم «{ $outcome }» واژه‌ای ندارند.
form-process-unsound = در خود فرایند ایرادی هست.
form-too-large = این متن بزرگ‌تر از آن است که بتوان نگه داشت.
form-process-branches = دست‌کم دو کار باید بماند.
form-process-decision-twice = نتیجهٔ دیگری از همین گام این تصمیم را دارد.

## فهرست گام‌ها

steps-hint = پرونده‌ها به همین ترتیب از گام‌ها می‌گذرند، مگر آن‌که نتیجه‌ای به جای دیگری برسد. با بالا یا پایین بردن گام، ترتیب کار عوض می‌شود.
steps-unlisted = شکل این فرایند در فهرست گام‌ها نمی‌گنجد؛ گام‌هایش را در این‌جا تنها می‌توان خواند.
steps-unlisted-at = به سبب این جزء:
steps-diagram-open = گشودن در نمودار
steps-conflict = چیزی تغییر نکرد. این پیش‌نویس در وضع کنونی است؛ اگر هنوز لازم است دوباره انجام دهید.
steps-kind-ask = پرسش از چند واحد
steps-kind-together = چند کار هم‌زمان
steps-branches = کارهای هم‌زمان
steps-branches-hint = هر کار صفحهٔ خود را دارد. گام بعدی وقتی آغاز می‌شود که همه به پایان برسند.
steps-deadlines = مهلت‌ها
steps-otherwise = در غیر این صورت
steps-nowhere = هنوز هیچ
steps-edit = تغییر
steps-up = بالاتر
steps-down = پایین‌تر
steps-insert = افزودن گامی پس از این
steps-remove = برداشتن این گام
steps-remove-text = هر چه به این گام می‌رسد به گام پس از آن خواهد رسید.
steps-remove-confirm = برداشته شود
steps-removed = گام برداشته شد.
steps-new-task = کار
steps-new-approval = تأیید
steps-new-ask = پرسش از چند واحد
steps-new-together = چند کار هم‌زمان
steps-new-wait = انتظار برای متقاضی
steps-new-notice = اطلاع به متقاضی
steps-new-service = کار خودکار
steps-new-choice = انتخاب بر پایهٔ پاسخ فرم
steps-new-end = پایان

## یک گام

steps-step = گام
steps-name = نام
steps-numbered = { $number }. { $name }
steps-within = مهلت انجام به روز کاری
steps-stage = آنچه متقاضی از این پس می‌بیند
steps-stage-hint = اگر این گام برای متقاضی چیزی را عوض نمی‌کند، خالی بگذارید.
steps-notice = کدام اعلان
steps-does = کاری که سامانه انجام می‌دهد
steps-does-verify-documents = سالم بودن همهٔ مدارک را کنترل می‌کند
steps-units = از چه کسانی پرسیده شود
steps-enough = چند پاسخ کافی است
steps-enough-hint = برای انتظار همهٔ پاسخ‌ها خالی بگذارید.
steps-branch-new = یک کار دیگر
steps-remove-named = برداشتن «{ $name }»
steps-remove-row = این برداشته شود
steps-outcome = نتیجهٔ { $number }
steps-outcome-new = یک نتیجهٔ دیگر
steps-outcome-name = نوشتهٔ روی دکمه
steps-outcome-to = می‌رسد به
steps-asks = آنچه باید همراه باشد
steps-asks-documents = فهرست آنچه متقاضی باید بفرستد
steps-asks-number = شماره از دفتر { $register }
steps-asks-decision = تصمیم با دلیل: { $decision }
steps-way = راه { $number }
steps-way-new = یک راه دیگر
steps-when = با این شرط
steps-when-hint = عبارتی دربارهٔ پاسخ‌های فرم، مانند: topic = "urban"
steps-otherwise-to = در غیر این صورت می‌رسد به
steps-late = مهلت { $number }
steps-late-new = یک مهلت دیگر
steps-days = شمار روزها
steps-working = تنها روزهای کاری شمرده شود
steps-late-then = پس از آن چه می‌شود
steps-late-lapse = گام پایان می‌یابد و گام دیگری در پی می‌آید
steps-late-task = کسی پیگیری می‌کند و گام ادامه می‌یابد
steps-late-notice = به متقاضی اطلاع داده می‌شود و گام ادامه می‌یابد
steps-late-to = گامی که در پی می‌آید
steps-late-role = پیگیری بر عهدهٔ
steps-late-name = مهلت به پایان رسید
steps-overdue = پیگیری تأخیر
steps-reminder = اطلاع تأخیر
steps-done = انجام شد
steps-agreed = موافقت شد
steps-returned = بازگشت داده شد
steps-opinion = نظر داده شد
