# The in-person desk: receiving a visitor, filling in and registering a request, the receipt.

counter-nav = باجه
counter-title = باجهٔ میز خدمت
counter-lead = خدمت را انتخاب کنید، مراجعه‌کننده را ثبت کنید و فرم را همراه با او پر کنید.
counter-drafts = در حال تکمیل
counter-draft-for = برای { $name }
counter-draft-updated = آخرین تغییر:
counter-services = همهٔ خدمات
counter-search-label = جست‌وجو در عنوان خدمات
counter-search = جست‌وجو
counter-search-all = نمایش همهٔ خدمات
counter-found = { $count } خدمت پیدا شد
counter-found-none = خدمتی با این عنوان پیدا نشد. لطفاً واژهٔ دیگری را جست‌وجو کنید.
counter-none = اکنون خدمتی برای درخواست باز نیست.
counter-takes = زمان: { $duration }
counter-registered = ثبت‌شده‌های اخیر این باجه
counter-col-service = خدمت
counter-col-code = کد رهگیری
counter-col-number = شماره
counter-col-stage = وضعیت
counter-col-opened = زمان ثبت
counter-col-promised = پاسخ تا
counter-col-receipt = رسید
counter-receipt-again = رسید
counter-number-none = هنوز ندارد

## The visitor

counter-visitor-title = چه کسی درخواست می‌دهد؟
counter-visitor-lead = مدرک شناسایی را ببینید و آنچه را می‌بینید ثبت کنید. قسمت‌هایی که «(اختیاری)» دارند می‌توانند خالی بمانند.
counter-visitor-submit = ادامه و تکمیل فرم
counter-visitor-save = ذخیرهٔ تغییرات
counter-visitor-saved = مشخصات مراجعه‌کننده ذخیره شد.

counter-group-request = درخواست چگونه رسیده است؟
counter-group-applicant = متقاضی
counter-group-representative = نمایندگی
counter-field-channel = راه رسیدن درخواست
counter-channel-in-person = حضوری
counter-channel-phone = تلفنی
counter-channel-post = پستی
counter-channel-agent-office = دفتر پیشخوان
counter-field-check = هویت چگونه احراز شد؟
counter-check-national-card = کارت ملی دیده شد
counter-check-shahkar = تطبیق شمارهٔ همراه با کد ملی (شاهکار)
counter-check-passport = گذرنامه دیده شد
counter-check-residence-card = کارت اقامت یا آمایش دیده شد
counter-check-letterhead = نامهٔ رسمی با سربرگ، مهر و امضا
counter-field-kind = متقاضی کیست؟
counter-kind-national-code = شخص حقیقی ایرانی، با کد ملی
counter-kind-company-id = شخص حقوقی، با شناسهٔ ملی
counter-kind-foreign-id = شخص حقیقی خارجی، با شمارهٔ اختصاصی
counter-field-id = کد ملی، شناسهٔ ملی یا شمارهٔ اختصاصی
counter-hint-id = کد ملی ۱۰ رقم، شناسهٔ ملی ۱۱ رقم و شمارهٔ اختصاصی ۸ تا ۱۶ رقم است.
counter-field-name = نام و نام خانوادگی یا نام شرکت
counter-hint-name = همان‌گونه که در مدرک شناسایی یا روزنامهٔ رسمی آمده است.
counter-field-mobile = تلفن همراه
counter-hint-mobile = خبر هر مرحله به این شماره پیامک می‌شود. اگر شماره‌ای ندارد، خالی بگذارید؛ آنگاه خبرها فقط چاپی است.
counter-field-mobile-owner = این شماره از آن کیست؟
counter-mobile-owner-own = خود متقاضی
counter-mobile-owner-other = شخص دیگر، با رضایت او
counter-field-lang = زبان پیام‌ها
counter-lang-fa = فارسی
counter-lang-en = انگلیسی
counter-field-authority = چه کسی برای این درخواست اقدام می‌کند؟
counter-authority-oneself = خود متقاضی
counter-authority-introduction-letter = نماینده، با معرفی‌نامه
counter-authority-power-of-attorney = وکیل، با وکالت‌نامه
counter-authority-gazette = صاحب امضای شرکت، با روزنامهٔ رسمی
counter-field-agent-name = نام و نام خانوادگی نماینده
counter-hint-agent-name = اگر خود متقاضی اقدام می‌کند، این قسمت و قسمت‌های پس از آن را خالی بگذارید.
counter-field-agent-kind = نوع شناسهٔ نماینده
counter-agent-kind-national-code = کد ملی
counter-agent-kind-foreign-id = شمارهٔ اختصاصی اتباع خارجی
counter-field-agent-id = کد ملی یا شمارهٔ اختصاصی نماینده
counter-hint-agent-id = از روی مدرک شناسایی او.
counter-field-document-number = شمارهٔ معرفی‌نامه، وکالت‌نامه یا روزنامهٔ رسمی
counter-hint-document-number = همان‌گونه که روی سند آمده است.
counter-field-document-until = سند تا چه روزی معتبر است؟
counter-hint-document-until = سند منقضی پذیرفته نمی‌شود.
counter-field-document-scope = حدود اختیار نماینده
counter-hint-document-scope = مانند «پیگیری و دریافت مجوز ورود».

form-foreign-id = شمارهٔ اختصاصی اتباع خارجی از ۸ تا ۱۶ رقم دارد. لطفاً آن را با مدرک مقایسه و اصلاح کنید.
form-company-agent = شخص حقوقی خودش مراجعه نمی‌کند. مشخص کنید چه کسی و با چه سندی از طرف آن اقدام می‌کند.
form-document-expired = اعتبار این سند گذشته است. سند معتبر بخواهید یا تاریخ را اصلاح کنید.

## The form

counter-step = مرحلهٔ { $number } از { $of }
counter-for = برای { $name }
counter-change-visitor = تغییر مشخصات مراجعه‌کننده
counter-answers-title = اطلاعات درخواست
counter-answers-lead = فرم را همراه با متقاضی پر کنید. آنچه می‌نویسید در هر مرحله ذخیره می‌شود و می‌توانید بعداً ادامه دهید.
counter-save-continue = ذخیره و ادامه
counter-save-leave = ذخیره و خروج
counter-draft-saved = پیش‌نویس ذخیره شد و در باجهٔ شما می‌ماند.
counter-documents-title = اسکن و بارگذاری مدارک
counter-documents-lead = هر مدرک را جداگانه اسکن و بارگذاری کنید و اصل آن را به صاحبش برگردانید.
counter-document-added = مدرک دریافت و ذخیره شد.
counter-document-removed = مدرک حذف شد.
counter-continue = ادامه
counter-leave = بعداً ادامه می‌دهم
counter-check-title = پیش از ثبت، با متقاضی مرور کنید
counter-answers = پاسخ‌ها
counter-documents = مدارک
counter-visitor = متقاضی و نماینده
counter-check-declaration = متقاضی درستی این اطلاعات را تأیید کرده است و می‌داند که دستگاه آن‌ها را برای رسیدگی به همین درخواست به کار می‌برد.
counter-register = ثبت درخواست و صدور رسید
counter-kept-back = پس از ورود، آنچه نوشته بودید در پیش‌نویس ذخیره شد.
counter-kept-lost = وارد شدید، اما آخرین تغییر ذخیره نشد. لطفاً آن را دوباره بررسی کنید.

## The receipt

counter-receipt-title = رسید ثبت درخواست
counter-receipt-code = کد رهگیری
counter-receipt-number = شمارهٔ ثبت
counter-receipt-number-later = شمارهٔ ثبت پس از بررسی دبیرخانه داده می‌شود.
counter-receipt-promised = پاسخ تا
counter-receipt-service = خدمت
counter-receipt-applicant = متقاضی
counter-receipt-mobile = پیامک به
counter-receipt-mobile-none = شماره‌ای ثبت نشده است؛ وضعیت را با کد رهگیری پیگیری کنید.
counter-receipt-time = زمان ثبت
counter-receipt-documents = مدارک دریافت‌شده
counter-receipt-documents-none = مدرکی دریافت نشده است.
counter-receipt-clerk = ثبت‌کننده
counter-receipt-office = اکنون نزد
counter-receipt-phone = تلفن:
counter-receipt-follow = پیگیری
counter-receipt-follow-text = با کد رهگیری و چهار رقم آخر کد ملی، شناسهٔ ملی یا شمارهٔ اختصاصی متقاضی در این نشانی:
counter-receipt-account = برای دیدن آن در حساب خود، پس از ورود به درگاه «افزودن درخواست حضوری» را انتخاب کنید.
counter-receipt-complaint = شکایت
counter-receipt-qr = کد تصویری (QR) کد رهگیری
counter-receipt-paper = اندازهٔ کاغذ
counter-receipt-a5 = برگهٔ A5
counter-receipt-roll = نوار ۸۰ میلی‌متری
counter-receipt-print = چاپ
counter-receipt-print-hint = برای چاپ، دستور چاپ مرورگر را بزنید؛ اندازهٔ کاغذ از همین انتخاب گرفته می‌شود.
counter-receipt-next = مراجعه‌کنندهٔ بعدی

## On the page of the case

counter-reception-title = ثبت حضوری
counter-reception-at = باجه
counter-reception-by = ثبت‌کننده
counter-reception-mobile-other = این شماره از آن خود متقاضی نیست.

desk-event-taken-at-counter = در { $position } ثبت شد
desk-event-linked = متقاضی درخواست را به حساب خود افزود

## Taking it into one's own account

portal-link-title = افزودن درخواست حضوری
portal-link-offer = درخواستی را حضوری ثبت کرده‌اید؟
portal-link-lead = درخواستی را که در باجهٔ میز خدمت برای شما ثبت شده است، با کد رهگیریِ روی رسید به حساب خود بیفزایید.
portal-link-code-hint = ۱۶ رقم، روی رسید
portal-link-fact = کد ملی، شناسهٔ ملی یا شمارهٔ اختصاصی متقاضی
portal-link-fact-hint = اگر با همان تلفن همراهی وارد شده‌اید که در باجه به نام خود داده‌اید، لازم نیست.
portal-link-do = افزودن به حساب من
portal-link-unknown = با این مشخصات درخواستی پیدا نشد. کد رهگیری و شماره را با رسید مقایسه کنید. درخواستی که در حساب شخص دیگری است اینجا پیدا نمی‌شود.
portal-linked = درخواست به حساب شما افزوده شد.
