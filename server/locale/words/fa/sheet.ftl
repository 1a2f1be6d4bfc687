# The values that a service's identity sheet may choose from.

sheet-variant-issue = صدور
sheet-variant-renew = تمدید
sheet-variant-amend = اصلاح
sheet-variant-duplicate = المثنی
sheet-variant-cancel = ابطال

sheet-audience-citizens = خدمت به شهروندان (G2C)
sheet-audience-businesses = خدمت به کسب‌وکار (G2B)
sheet-audience-agencies = خدمت به دیگر دستگاه‌های دولتی (G2G)

sheet-nature-sovereign = حاکمیتی
sheet-nature-operational = تصدی‌گری

sheet-level-national = ملی
sheet-level-regional = منطقه‌ای
sheet-level-provincial = استانی
sheet-level-urban = شهری
sheet-level-rural = روستایی

sheet-life-event-birth = تولد
sheet-life-event-education = آموزش
sheet-life-event-health = سلامت
sheet-life-event-tax = مالیات
sheet-life-event-business = کسب‌وکار
sheet-life-event-social-security = تأمین اجتماعی
sheet-life-event-property = ثبت مالکیت
sheet-life-event-utilities = تأسیسات شهری
sheet-life-event-insurance = بیمه
sheet-life-event-marriage = ازدواج
sheet-life-event-retirement = بازنشستگی
sheet-life-event-certificates = مدارک و گواهینامه‌ها
sheet-life-event-death = وفات
sheet-life-event-other = سایر

sheet-trigger-request = تقاضای گیرندهٔ خدمت
sheet-trigger-date = فرارسیدن زمانی مشخص
sheet-trigger-event = رخداد رویدادی مشخص
sheet-trigger-agency = تشخیص دستگاه
sheet-trigger-other = سایر

sheet-channel-portal = اینترنتی (درگاه میز خدمت)
sheet-channel-email = پست الکترونیک
sheet-channel-call-centre = تلفن گویا یا مرکز تماس
sheet-channel-mobile = تلفن همراه
sheet-channel-sms = پیام کوتاه
sheet-channel-agent-office = دفاتر پیشخوان
sheet-channel-post = ارسال پستی
sheet-channel-in-person = حضوری
sheet-channel-letter-exchange = تبادل الکترونیکی نامه (ECE)
sheet-channel-other = سایر

sheet-document-form-original = اصل
sheet-document-form-copy = کپی
sheet-document-form-certified-copy = کپی برابر اصل
sheet-document-form-scan = تصویر

sheet-starts-submission = از زمان ثبت درخواست
sheet-starts-documents-complete = پس از تکمیل مدارک
sheet-starts-fee-paid = پس از پرداخت هزینه
sheet-starts-step-entered = از آغاز هر مرحله

sheet-deadline-rule-lapse = با گذشتن مهلت، درخواست باطل می‌شود
sheet-deadline-rule-deemed-approval = با گذشتن مهلت، درخواست پذیرفته‌شده به شمار می‌آید
sheet-deadline-rule-breach = با گذشتن مهلت، دستگاه پاسخ‌گوی تأخیر است
