# Cases that cannot go on by themselves, at the console.

admin-nav-incidents = پرونده‌های متوقف
admin-nav-incidents-text = جاهایی که پرونده خودبه‌خود پیش نمی‌رود و چارهٔ هر یک

incidents-title = پرونده‌های متوقف
incidents-lead = هر جا که پرونده‌ای خودبه‌خود پیش نرود، اینجا دیده می‌شود تا کسی به آن رسیدگی کند. متقاضی در این مدت همچنان «در حال رسیدگی» می‌بیند.
incidents-which = کدام‌ها
incidents-open = باز ({ $count })
incidents-ended = رسیدگی‌شده
incidents-old = { $count } مورد بیش از یک ساعت مانده است
incidents-old-text = لطفاً از بالای فهرست آغاز کنید: قدیمی‌ترین‌ها بالاتر است.
incidents-none = موردی در این فهرست نیست.
incidents-case = پرونده
incidents-service = خدمت
incidents-where = گام
incidents-what = چه شده است
incidents-since = از
incidents-end = نتیجه
incidents-done = انجام شد و در سابقهٔ پرونده ثبت شد.

incidents-one-title = پروندهٔ متوقف
incidents-detail = پیام سامانه
incidents-applicant = متقاضی این را نمی‌بیند: برای او درخواست همچنان در حال رسیدگی است.
incidents-remedies = چه می‌توان کرد
incidents-reason = دلیل
incidents-reason-hint = در سوابق می‌ماند و متقاضی آن را نمی‌بیند.
incidents-retry = دوباره انجام شود
incidents-retry-text = سامانه همین گام را یک بار دیگر انجام می‌دهد. اگر مشکل برطرف نشده باشد، دوباره در این فهرست می‌آید.
incidents-skip = از این گام گذشته شود
incidents-skip-text = پرونده چنان پیش می‌رود که گویی این گام انجام شده است. این کار برگشت ندارد.
incidents-way-label = ادامهٔ مسیر
incidents-way = { $way } (به «{ $step }»)
incidents-assign = سپردن به یک پست
incidents-assign-text = این گام پیش روی پستی قرار می‌گیرد که متصدی دارد.
incidents-position-label = پست
incidents-position = { $position } – { $unit }
incidents-correct = اصلاح یک متغیر و انجام دوباره
incidents-correct-text = مقدار یکی از متغیرهایی که شرط‌های فرایند از آن می‌پرسند عوض و همین گام دوباره انجام می‌شود. آنچه متقاضی نوشته است تغییر نمی‌کند.
incidents-variable = نام متغیر
incidents-value-kind = نوع مقدار
incidents-value-text = متن
incidents-value-number = عدد
incidents-value-yes = بله
incidents-value-no = خیر
incidents-value-nothing = خالی
incidents-value = مقدار تازه
incidents-close = کنار گذاشتن
incidents-close-text = کار دیگری برای این مورد نمی‌توان کرد و از فهرست برداشته می‌شود. پرونده همان‌گونه که هست می‌ماند.
incidents-picture = گام «{ $step }» در نمودار مشخص شده است.
incidents-process = دیدن فرایند
incidents-variables = متغیرهای پرونده
incidents-variables-hint = آنچه شرط‌های فرایند می‌توانند از آن بپرسند. دیدن این صفحه در رویدادنگار ثبت می‌شود.

## What stands in the way

incidents-kind-expression = دربارهٔ یک عبارت نمی‌توان تصمیم گرفت
incidents-kind-decision = جدول تصمیم پاسخی نداد
incidents-kind-timer = زمان یک زمان‌سنج معلوم نشد
incidents-kind-no-flow = هیچ شرطی برقرار نیست
incidents-kind-runaway = گام‌های بسیاری یک‌باره انجام شد
incidents-kind-deadlock = پیوندگاه منتظر شاخه‌ای است که نمی‌رسد
incidents-kind-or-join-cycle = دو پیوندگاه منتظر یکدیگرند
incidents-kind-uncaught-error = خطایی بی‌چاره، پرونده را پایان داد
incidents-kind-job = کار خودکار پس از چند بار تلاش انجام نشد
incidents-kind-nobody = گام پیش روی نقشی است که کسی ندارد

incidents-advice-expression = مقدار متغیری را که عبارت از آن می‌پرسد اصلاح کنید، یا نسخهٔ اصلاح‌شدهٔ فرایند را منتشر و پرونده را به آن منتقل کنید؛ سپس دوباره انجام دهید.
incidents-advice-decision = متغیرها را اصلاح کنید و دوباره انجام دهید. اگر جدول تصمیم نادرست است، آن را اصلاح و فرایند را دوباره منتشر و پرونده را به نسخهٔ تازه منتقل کنید؛ یا متغیر نتیجه را خودتان مقدار دهید و از گام بگذرید.
incidents-advice-timer = مقدار متغیری را که زمان از آن حساب می‌شود اصلاح کنید و دوباره انجام دهید.
incidents-advice-no-flow = راه درست را انتخاب کنید و بگذرید، یا متغیری را که شرط‌ها از آن می‌پرسند اصلاح کنید.
incidents-advice-runaway = شاید حلقه‌ای در فرایند باشد. نسخهٔ اصلاح‌شده را منتشر و پرونده را به آن منتقل کنید.
incidents-advice-deadlock = انجام دوباره سودی ندارد. نسخهٔ اصلاح‌شدهٔ فرایند را منتشر و پرونده را به آن منتقل کنید.
incidents-advice-or-join-cycle = انجام دوباره سودی ندارد. نسخهٔ اصلاح‌شدهٔ فرایند را منتشر و پرونده را به آن منتقل کنید.
incidents-advice-uncaught-error = پرونده پایان یافته است. با متقاضی تماس بگیرید و فرایند را اصلاح کنید.
incidents-advice-job = علت را برطرف کنید و دوباره انجام دهید. اگر انجام آن دیگر لازم نیست، از گام بگذرید.
incidents-advice-nobody = گام را به پستی که متصدی دارد بسپارید، یا برای پستِ این نقش متصدی تعیین کنید.

## How it ended

incidents-how-passed = پرونده خود پیش رفت
incidents-how-retried = دوباره انجام شد
incidents-how-skipped = از گام گذشته شد
incidents-how-assigned = به پستی سپرده شد
incidents-how-set-aside = کنار گذاشته شد
incidents-how-moved = جای پرونده در فرایند تغییر کرد

refusal-not-so-mended = این مورد با این کار برطرف نمی‌شود. صفحه را دوباره باز کنید و ببینید چه کارهایی ممکن است.

## In the case's history

desk-event-mended = مدیر سامانه به توقف پرونده رسیدگی کرد
desk-event-variable-set = مدیر سامانه مقدار یک متغیر فرایند را اصلاح کرد
desk-event-task-assigned = گام «{ $step }» به پست دیگری سپرده شد
