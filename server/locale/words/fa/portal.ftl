# The citizen portal, the directory of agencies and the development outbox.

portal-nav = بخش‌های میز خدمت
portal-nav-services = خدمات
portal-nav-tracking = پیگیری درخواست
portal-nav-requests = درخواست‌های من
portal-nav-sign-in = ورود
portal-signed-in = وارد شده‌اید
portal-signed-out = از حساب خود خارج شدید.

## What pages share

portal-code = کد رهگیری
portal-number = شمارهٔ دبیرخانه
portal-opened = تاریخ ثبت
portal-promised = پاسخ تا
portal-closed = پایان رسیدگی
portal-phone = تلفن:
portal-email = رایانامه:
portal-office-title = درخواست شما اکنون نزد کیست؟
portal-documents = مدارک
portal-documents-none = مدرکی فرستاده نشده است.
portal-answers = پاسخ‌ها
portal-timeline = روند رسیدگی
portal-continue = ادامه
portal-leave = بعداً ادامه می‌دهم
portal-document-added = مدرک دریافت و ذخیره شد.
portal-document-removed = مدرک حذف شد.

## The catalogue

portal-catalogue-title = خدمات الکترونیکی
portal-catalogue-lead = خدمت مورد نیاز خود را انتخاب کنید تا پیش از شروع بدانید چه مدارکی لازم است، چقدر زمان می‌برد و چه هزینه‌ای دارد.
portal-catalogue-list = همهٔ خدمات
portal-catalogue-none = اکنون خدمتی برای درخواست باز نیست.
portal-search-label = جست‌وجو در عنوان خدمات
portal-search = جست‌وجو
portal-search-all = نمایش همهٔ خدمات
portal-found = { $count } خدمت پیدا شد
portal-found-none = خدمتی با این عنوان پیدا نشد. لطفاً واژهٔ دیگری را جست‌وجو کنید.
portal-takes = زمان: { $duration }
portal-online = الکترونیکی

## The sheet of a service

portal-start = شروع درخواست
portal-start-hint = هر زمان که بخواهید می‌توانید کار را رها کنید و بعداً از همان‌جا ادامه دهید.
portal-sheet-duration = چقدر طول می‌کشد؟
portal-sheet-cost = هزینه
portal-sheet-decides = چه کسی تصمیم می‌گیرد؟
portal-sheet-recipients = برای چه کسانی است؟
portal-sheet-documents = چه مدارکی لازم است؟
portal-sheet-if-applicable = (در صورت نیاز)
portal-sheet-issuer = صادرکننده: { $issuer }
portal-sheet-steps = مراحل کار
portal-sheet-deadline = مهلت‌ها
portal-sheet-starts = آغاز محاسبهٔ زمان: { $starts }
portal-sheet-fees = هزینه‌ها
portal-sheet-free = رایگان
portal-sheet-online = پرداخت آنلاین ممکن است.
portal-sheet-promises = تعهدات ما (توافق‌نامهٔ سطح خدمت)
portal-sheet-laws = قوانین و مقررات
portal-sheet-faq = پرسش‌های متداول
portal-sheet-contact = تماس با واحد مسئول
portal-sheet-complaint = شکایت
portal-sheet-complaint-link = ثبت شکایت
portal-sheet-more = جزئیات خدمت (شناسنامهٔ خدمت)
portal-sheet-code = شناسهٔ خدمت
portal-sheet-parent = دستگاه مادر
portal-sheet-variant = نوع درخواست
portal-sheet-audience = نوع خدمت
portal-sheet-nature = ماهیت خدمت
portal-sheet-level = سطح خدمت
portal-sheet-life-events = رویداد مرتبط
portal-sheet-trigger = نحوهٔ آغاز خدمت
portal-sheet-channels = راه‌های دسترسی
portal-sheet-visits = مراجعهٔ حضوری
portal-sheet-frequency = تواتر
portal-sheet-inquiries = استعلام‌ها
portal-sheet-validity = اعتبار نتیجه
portal-sheet-edition = ویرایش شناسنامه
portal-sheet-edition-value = ویرایش { $number }، مصوب { $date }

## Signing in

portal-sign-in-title = ورود با شماره تلفن همراه
portal-sign-in-lead = یک کد شش‌رقمی به تلفن همراه شما پیامک می‌کنیم. نیازی به گذرواژه نیست.
portal-sign-in-kept = برای ادامه لازم است وارد شوید. پس از ورود، کار از همین‌جا ادامه می‌یابد و آنچه نوشته باشید از بین نمی‌رود.
portal-sign-in-first = برای این کار لازم است دوباره وارد شوید. اگر فایلی می‌فرستادید، پس از ورود آن را دوباره انتخاب کنید؛ چیز دیگری از بین نرفته است.
portal-mobile = شماره تلفن همراه
portal-mobile-hint = مانند ۰۹۱۲۳۴۵۶۷۸۹. خبرهای درخواست شما به همین شماره پیامک می‌شود.
portal-send-code = فرستادن کد
portal-code-title = کد پیامک‌شده را وارد کنید
portal-code-sent = کد فرستاده شد به
portal-code-sent-again = کد تازه فرستاده شد به
portal-code-label = کد شش‌رقمی
portal-code-hint = کد سه دقیقه اعتبار دارد.
portal-code-enter = ورود
portal-code-again = فرستادن کد تازه
portal-code-again-at = از ساعت { $time }
portal-kept-done = وارد شدید و کارتان از همان‌جا ادامه می‌یابد.
portal-kept-lost = وارد شدید، اما آخرین تغییر شما ذخیره نشد. لطفاً آن را دوباره بررسی کنید.

## A draft

portal-step = مرحلهٔ { $number } از { $of }
portal-answers-title = اطلاعات درخواست
portal-answers-lead = همهٔ بخش‌ها را پر کنید، مگر آن‌هایی که «(اختیاری)» دارند. آنچه می‌نویسید در هر مرحله ذخیره می‌شود.
portal-save-continue = ذخیره و ادامه
portal-save-leave = ذخیره و خروج
portal-draft-saved = پیش‌نویس ذخیره شد. هر زمان خواستید از همین‌جا ادامه دهید.
portal-documents-title = بارگذاری مدارک
portal-documents-lead = هر مدرک را جداگانه بارگذاری کنید. می‌توانید از روی کاغذ عکس روشن و خوانا بگیرید.
portal-check-title = پیش از ارسال، یک بار مرور کنید
portal-check-next = پس از ارسال چه می‌شود؟
portal-check-next-text = کد رهگیری را همان لحظه می‌بینید و پیامک می‌شود. درخواست در دبیرخانه ثبت و برای بررسی ارجاع می‌شود.
portal-check-declaration = با ارسال درخواست، درستی این اطلاعات را تأیید می‌کنم و می‌پذیرم که دستگاه آن‌ها را برای رسیدگی به همین درخواست به کار ببرد.
portal-submit = تأیید و ارسال درخواست

## Requests

portal-requests-title = درخواست‌های من
portal-requests-sent = ارسال‌شده
portal-requests-none = هنوز درخواستی نفرستاده‌اید.
portal-requests-start = انتخاب خدمت و شروع درخواست
portal-drafts = پیش‌نویس‌ها
portal-draft-updated = آخرین تغییر:
portal-draft-resume = این درخواست هنوز ارسال نشده است.
portal-paused = اکنون منتظر مدارک شما هستیم و زمان پاسخ ما متوقف است. با رسیدن مدارک، تاریخ پاسخ دوباره محاسبه می‌شود.
portal-asked-title = برای ادامه به این مدارک نیاز داریم
portal-asked-due = مهلت ارسال:
portal-asked-lead = هر مدرک را بارگذاری کنید و در پایان دکمهٔ «ارسال مدارک» را بزنید.
portal-supply = ارسال مدارک
portal-supplied = مدارک شما رسید و رسیدگی ادامه می‌یابد.
portal-decision-title = پاسخ دستگاه
portal-decision-reason = دلیل:
portal-decision-advice = اکنون چه می‌توانید بکنید؟
portal-receipt-show = مشاهدهٔ رسید
portal-withdraw = انصراف از درخواست
portal-withdrawn = درخواست شما پس گرفته شد.
portal-withdrawal-title = از این درخواست انصراف می‌دهید؟
portal-withdrawal-text = با انصراف، رسیدگی متوقف می‌شود و این کار برگشت ندارد. اگر باز به این خدمت نیاز داشتید، باید درخواست تازه‌ای ثبت کنید.
portal-withdrawal-do = بله، انصراف می‌دهم
portal-withdrawal-not = نه، درخواست بماند

## The receipt

portal-receipt-title = درخواست شما ثبت شد
portal-receipt-code = کد رهگیری شما
portal-receipt-promised = پاسخ شما حداکثر تا این روز آماده می‌شود:
portal-receipt-sms = کد رهگیری و خبر هر مرحله پیامک می‌شود به
portal-receipt-next = از اینجا به بعد
portal-receipt-next-register = دبیرخانه درخواست را ثبت می‌کند و به آن شماره می‌دهد.
portal-receipt-next-review = کارشناس درخواست و مدارک را بررسی می‌کند. اگر مدرکی کم باشد، به شما خبر می‌دهیم.
portal-receipt-next-answer = نتیجه با دلیل آن در همین سامانه نوشته و به شما پیامک می‌شود.
portal-receipt-follow = چگونه پیگیری کنید؟
portal-receipt-follow-text = در «درخواست‌های من»، یا بدون ورود در «پیگیری درخواست» با کد رهگیری و چهار رقم آخر کد ملی یا شناسه ملی شرکت.
portal-receipt-details = مشخصات
portal-receipt-agency = دستگاه
portal-receipt-service = خدمت
portal-receipt-applicant = متقاضی
portal-receipt-office = واحد مسئول
portal-receipt-print = برای نگهداری، این صفحه را چاپ یا به‌صورت PDF ذخیره کنید.
portal-receipt-open = مشاهدهٔ درخواست

## What happened

portal-moment-opened = درخواست ثبت شد
portal-moment-numbered = در دبیرخانه ثبت شد
portal-moment-numbered-text = شمارهٔ دبیرخانه: { $number }
portal-moment-stage = وضعیت: { $stage }
portal-moment-referred = برای بررسی به واحد دیگری ارجاع شد
portal-moment-asked = مدارک تکمیلی خواسته شد
portal-moment-asked-text = مهلت ارسال: { $date }. تا رسیدن مدارک، زمان پاسخ ما متوقف است.
portal-moment-supplied = مدارک تکمیلی شما رسید
portal-moment-clock-stopped = زمان پاسخ تا رسیدن مدارک متوقف شد
portal-moment-clock-started = زمان پاسخ دوباره آغاز شد
portal-moment-clock-started-text = تاریخ تازهٔ پاسخ: { $date }
portal-moment-decided = تصمیم گرفته شد
portal-moment-withdrawn = درخواست به خواست شما پس گرفته شد
portal-moment-ended = رسیدگی پایان یافت

## Tracking

portal-tracking-title = پیگیری درخواست
portal-tracking-lead = وضعیت درخواست را بدون ورود ببینید. برای حفظ حریم شما، در کنار کد رهگیری یک مشخصهٔ دیگر هم می‌پرسیم.
portal-tracking-code-hint = شانزده رقم، که در رسید و پیامک نوشته شده است.
portal-tracking-fact = چهار رقم آخر کد ملی یا شناسه ملی شرکت، یا شماره تلفن همراه
portal-tracking-fact-hint = همان که در درخواست نوشته‌اید.
portal-tracking-do = نمایش وضعیت
portal-tracking-unknown = درخواستی با این مشخصات پیدا نشد. کد رهگیری و مشخصهٔ دوم را با رسید مقایسه کنید و دوباره وارد کنید.
portal-tracking-more = برای دیدن پاسخ، مدارک و جزئیات وارد شوید:
portal-found-title = وضعیت درخواست

## The directory and the development outbox

portal-directory-title = دستگاه‌های دارای میز خدمت
portal-directory-none = هنوز دستگاهی میز خدمت باز نکرده است.
portal-directory-demo = نمونهٔ آزمایشی
portal-directory-desk = میز کار کارکنان
portal-outbox-title = صندوق ارسال (محیط توسعه)
portal-outbox-lead = پیامک‌ها و رایانامه‌هایی که این سامانه فرستاده است. این صفحه فقط در محیط توسعه وجود دارد.
portal-outbox-staff = ورود کارکنان نمونه
portal-outbox-who = شخص
portal-outbox-agency = دستگاه
portal-outbox-username = نام کاربری
portal-outbox-password = گذرواژه
portal-outbox-code = کد اکنون
portal-outbox-messages = پیام‌ها، تازه‌ترین در بالا
portal-outbox-none = هنوز پیامی فرستاده نشده است.
portal-outbox-sms = پیامک
portal-outbox-email = رایانامه
portal-outbox-to = به
