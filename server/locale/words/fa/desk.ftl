# The staff workspace.

desk-nav-cartable = کارتابل

## A form that was kept while its sender signed in

desk-kept-back = فرمی که پیش از پایان نشست فرستاده بودید دوباره پر شده است و هنوز ثبت نشده است. آن را بررسی کنید و بفرستید.
desk-kept-lost = وارد شدید. پرونده‌ای که فرم آن نگه داشته شده بود دیگر در دسترس شما نیست.

## The cartable

desk-cartable-title = کارتابل { $position }
desk-cartable-done = در این فهرست کار دیگری نمانده است.
desk-no-position-title = جایگاهی ندارید
desk-no-position-text = اکنون هیچ جایگاه سازمانی به نام شما نیست و کارتابلی ندارید. لطفاً با مدیر سامانهٔ دستگاه تماس بگیرید.
desk-trays = کارتابل جایگاه‌های شما
desk-tray-open = { $count } کار باز
desk-tray-unread = { $count } خوانده‌نشده
desk-tray-overdue = { $count } با تأخیر
desk-tray-open-many = بیش از { $count } کار باز
desk-tray-unread-many = بیش از { $count } خوانده‌نشده
desk-tray-overdue-many = بیش از { $count } با تأخیر
desk-filters = پالایش فهرست
desk-search = شماره یا کد رهگیری
desk-filter-unread = فقط خوانده‌نشده‌ها
desk-filter-overdue = فقط کارهای با تأخیر
desk-filter-apply = نمایش
desk-filter-clear = برداشتن پالایش‌ها
desk-list-caption = کارها به ترتیب مهلت، نزدیک‌ترین نخست
desk-list-empty = کاری در این کارتابل نیست.
desk-list-none-found = هیچ کاری با این پالایش‌ها پیدا نشد.
desk-col-service = خدمت
desk-col-code = شماره یا کد
desk-col-asks = کار خواسته‌شده
desk-col-stage = وضعیت
desk-col-since = از تاریخ
desk-col-due = مهلت
desk-kind-step = گام فرایند
desk-kind-referral = ارجاع
desk-kind-copy = ارجاع برای اطلاع
desk-unread = خوانده‌نشده
desk-due = مهلت:
desk-due-none = بدون مهلت
desk-late = تأخیر
desk-next = کار بعدی
desk-page = صفحهٔ { $number }

## The page of a case

desk-case-nav = رفت‌وآمد میان کارها
desk-code = کد رهگیری
desk-number = شمارهٔ ثبت
desk-opened = تاریخ درخواست
desk-promised = تاریخ وعده‌شده
desk-closed = تاریخ پایان
desk-paused = زمان رسیدگی متوقف است: دستگاه منتظر متقاضی است و این روزها به حساب مهلت دستگاه گذاشته نمی‌شود.
desk-todo-title = کار شما در این پرونده
desk-todo-none = اکنون در این پرونده کاری از شما خواسته نشده است.
desk-case-closed = رسیدگی به این پرونده پایان یافته است.
desk-applicant-title = متقاضی
desk-applicant-name = نام
desk-applicant-mobile = تلفن همراه
desk-applicant-email = رایانامه
desk-answers-title = پاسخ‌های متقاضی
desk-documents-title = مدارک
desk-documents-none = مدرکی پیوست نشده است.
desk-decision-title = تصمیم
desk-requests-title = مدارک خواسته‌شده از متقاضی
desk-request-open = منتظر متقاضی
desk-request-answered = رسیده
desk-request-asked = زمان درخواست:
desk-steps-title = گام‌ها
desk-step-open = در جریان
desk-step-done = انجام شد
desk-step-cancelled = لغو شد
desk-notices-title = پیام‌های فرستاده‌شده به متقاضی
desk-history-title = تاریخچه

## Finishing a step

desk-number-hint = با این دکمه، درخواست در دفتر وارده ثبت می‌شود و شماره می‌گیرد.
desk-number-submit = ثبت و شماره‌گذاری
desk-missing-items = مدارک ناقص
desk-missing-others = مدارک دیگر
desk-missing-others-hint = هر مدرک را در یک سطر بنویسید.
desk-missing-note = توضیح برای متقاضی
desk-missing-note-hint = بنویسید در هر مدرک چه ایرادی هست و متقاضی چه باید بفرستد. این متن برای او نمایش داده می‌شود.
desk-missing-due = متقاضی ۳۰ روز برای فرستادن مدارک وقت دارد و در این مدت زمان رسیدگی دستگاه متوقف است.
desk-missing-submit = درخواست تکمیل مدارک
desk-decision-reason = دلیل
desk-decision-text = متن پاسخ به متقاضی
desk-decision-text-hint = به زبان ساده بنویسید چه تصمیمی گرفته شد و چرا. متقاضی همین متن را می‌خواند.
desk-done-step = انجام شد.

## Referrals

desk-refer-title = ارجاع پرونده
desk-refer-from = از جایگاه
desk-refer-to = به جایگاه
desk-refer-action = برای
desk-refer-order = دستور
desk-refer-order-hint = فقط کارکنان آن را می‌بینند.
desk-refer-due = مهلت پاسخ
desk-refer-due-hint = اگر مهلتی لازم نیست، خالی بگذارید.
desk-refer-tells = به متقاضی اطلاع داده شود
desk-refer-tells-hint = فقط نام واحد گیرنده به او گفته می‌شود، نه متن دستور.
desk-refer-submit = ارجاع
desk-position-held = { $position } – { $holder }
desk-position-vacant = { $position } – بدون متصدی
desk-done-referral = پرونده ارجاع شد.
desk-referrals-title = گردش ارجاع
desk-referral-from = از
desk-referral-to = به
desk-referral-sent = فرستاده شد:
desk-referral-seen = دیده شد:
desk-referral-unseen = هنوز دیده نشده است
desk-referral-told = به متقاضی اطلاع داده شد
desk-referral-open = منتظر پاسخ
desk-referral-informed = برای اطلاع
desk-referral-answered = پاسخ داده شد
desk-referral-noted = ملاحظه شد
desk-referral-ended = با پایان پرونده بسته شد
desk-referral-answer = پاسخ
desk-referral-answer-it = پاسخ به این ارجاع
desk-question-title = ارجاع { $action }
desk-answer = پاسخ ارجاع
desk-answer-submit = ثبت پاسخ
desk-answer-note = یادداشت
desk-answer-seen = ملاحظه شد
desk-done-answer = پاسخ ارجاع ثبت شد.

## What could not be done

desk-not-done-title = این کار انجام نشد
desk-not-done-kept = آنچه نوشته بودید ثبت نشده است. در صورت نیاز آن را از اینجا رونوشت بردارید:
desk-not-done-case = دیدن پرونده
desk-not-done-list = بازگشت به فهرست

## The history

desk-actor-applicant = متقاضی
desk-actor-staff = کارکنان
desk-actor-desk = سامانه
desk-event-before = نزد { $position }
desk-event-until = مهلت: { $date }
desk-event-promised = تاریخ وعده‌شدهٔ تازه: { $date }
desk-event-opened = درخواست رسید و پرونده باز شد
desk-event-task-opened = گام «{ $step }» آغاز شد
desk-event-task-done = گام «{ $step }» انجام شد
desk-event-task-cancelled = گام «{ $step }» لغو شد
desk-event-stage-changed = وضعیت: { $stage }
desk-event-numbered = در دفتر ثبت شد، شمارهٔ
desk-event-documents-asked = از متقاضی مدارک تکمیلی خواسته شد
desk-event-documents-supplied = متقاضی مدارک تکمیلی را فرستاد
desk-event-referred = به { $position } ارجاع شد
desk-event-referral-answered = { $position } به ارجاع پاسخ داد
desk-event-decided = تصمیم گرفته شد
desk-event-told = پیام «{ $notice }» برای متقاضی آماده شد
desk-event-service-started = کار خودکار آغاز شد
desk-event-service-done = کار خودکار انجام شد
desk-event-timer-fired = مهلتی که در فرایند تعیین شده بود به پایان رسید
desk-event-clock-stopped = زمان رسیدگی متوقف شد
desk-event-clock-started = زمان رسیدگی دوباره به راه افتاد
desk-event-stuck = فرایند خودبه‌خود پیش نمی‌رود؛ مدیر سامانه باید رسیدگی کند
desk-event-withdrawn = متقاضی انصراف داد
desk-event-ended =
    { $state ->
        [completed] رسیدگی پایان یافت
        [cancelled] رسیدگی متوقف و پرونده بسته شد
       *[failed] رسیدگی به علت خطا متوقف شد
    }

## Why a form could not be taken as it was

form-choose = لطفاً یکی از گزینه‌های فهرست را انتخاب کنید.
form-date-past = این تاریخ گذشته است. لطفاً تاریخی پس از امروز وارد کنید.
form-password-wrong = این گذرواژهٔ کنونی شما نیست. لطفاً دوباره وارد کنید.
form-password-short = این گذرواژه کوتاه است. لطفاً گذرواژه‌ای با دست‌کم ۱۲ نویسه انتخاب کنید.
form-password-long = این گذرواژه بیش از اندازه بلند است. لطفاً گذرواژه‌ای با حداکثر ۱۲۸ نویسه انتخاب کنید.
form-password-common = این گذرواژه را افراد زیادی به کار می‌برند و حدس زدن آن آسان است. لطفاً گذرواژهٔ دیگری انتخاب کنید.
form-password-guessable = گذرواژه نباید نام کاربری شما یا نام دستگاه را در خود داشته باشد. لطفاً گذرواژهٔ دیگری انتخاب کنید.
form-password-differs = دو گذرواژهٔ تازه یکسان نیستند. لطفاً هر دو را دوباره وارد کنید.
form-authenticator-code = این کد از برنامهٔ رمزساز تازه نیست. لطفاً کدی را که اکنون نشان می‌دهد وارد کنید.
form-authenticator-expired = این صفحه مدت زیادی باز مانده بود. لطفاً کلید تازه را به برنامهٔ رمزساز بیفزایید و کد آن را وارد کنید.

## Of the members of staff, for whoever changes their access

form-username-format = نام کاربری از ۲ تا ۶۴ حرف کوچک لاتین، رقم، نقطه، خط تیره و زیرخط ساخته می‌شود.
form-username-taken = شخص دیگری این نام کاربری را دارد.
form-staff-name = نام لازم است و حداکثر ۲۰۰ نویسه دارد.
form-staff-oneself = نمی‌توانید دسترسی خود را ببندید.
form-position-unknown = چنین جایگاهی وجود ندارد.
