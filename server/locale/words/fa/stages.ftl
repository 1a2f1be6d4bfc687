# Where a request stands, as its applicant reads it: the word, and what it means for them.

stage-draft = پیش‌نویس
stage-draft-meaning = درخواست هنوز فرستاده نشده است. هر زمان که خواستید آن را کامل کنید و بفرستید.

stage-submitted = ثبت شده
stage-submitted-meaning = درخواست شما رسیده و در انتظار ثبت در دبیرخانه است.

stage-registered = ثبت دبیرخانه شد
stage-registered-meaning = درخواست شما در دبیرخانه شماره گرفته و برای بررسی فرستاده شده است.

stage-in-review = در حال بررسی
stage-in-review-meaning = کارشناس در حال بررسی درخواست و مدارک شماست.

stage-needs-documents = نقص مدارک؛ منتظر متقاضی
stage-needs-documents-meaning = برای ادامهٔ بررسی به مدارک دیگری نیاز داریم. آن‌ها را تا مهلت نوشته‌شده بفرستید؛ در این مدت زمان پاسخ ما متوقف است.

stage-needs-payment = در انتظار پرداخت
stage-needs-payment-meaning = هزینهٔ خدمت هنوز پرداخت نشده است. آن را تا مهلت نوشته‌شده بپردازید؛ در این مدت زمان پاسخ ما متوقف است.

stage-waiting-inquiry = در انتظار استعلام از دستگاه دیگر
stage-waiting-inquiry-meaning = از دستگاه دیگری استعلام کرده‌ایم و منتظر پاسخ آن هستیم. لازم نیست کاری انجام دهید.

stage-appointment = نوبت بازدید یا مراجعه
stage-appointment-meaning = برای بازدید یا مراجعهٔ حضوری زمانی تعیین شده است. لطفاً در همان زمان حاضر باشید.

stage-in-committee = در دستور کار کمیسیون
stage-in-committee-meaning = درخواست شما در نوبت رسیدگی کمیسیون است. لازم نیست کاری انجام دهید.

stage-awaiting-signature = در انتظار امضا
stage-awaiting-signature-meaning = بررسی کارشناسی پایان یافته و درخواست شما منتظر تصمیم مدیر است.

stage-approved = تأیید شد
stage-approved-meaning = با درخواست شما موافقت شد. متن پاسخ در همین صفحه آمده است.

stage-issued = صادر شد
stage-issued-meaning = مجوز یا گواهی شما صادر شد.

stage-rejected = رد شد
stage-rejected-meaning = با درخواست شما موافقت نشد. دلیل، راه رفع مشکل و راه اعتراض در متن پاسخ آمده است.

stage-objection = اعتراض در حال رسیدگی
stage-objection-meaning = اعتراض شما رسیده است و کسی جز تصمیم‌گیرندهٔ پیشین به آن رسیدگی می‌کند.

stage-withdrawn = انصراف متقاضی
stage-withdrawn-meaning = درخواست به خواست شما پس گرفته شد و دیگر بررسی نمی‌شود.

stage-lapsed = باطل شد (کان‌لم‌یکن)
stage-lapsed-meaning = آنچه لازم بود تا مهلت مقرر نرسید و درخواست باطل شد. برای ادامهٔ کار درخواست تازه‌ای ثبت کنید.

stage-deemed-approved = صدور خودکار (پایان مهلت قانونی)
stage-deemed-approved-meaning = دستگاه تا پایان مهلت قانونی پاسخ نداد و درخواست شما به حکم قانون پذیرفته شد.

stage-forwarded = ارسال به دستگاه صلاحیت‌دار
stage-forwarded-meaning = درخواست شما به دستگاهی فرستاده شد که صلاحیت رسیدگی دارد و در آنجا ادامه می‌یابد.

stage-closed = مختومه
stage-closed-meaning = کار این درخواست پایان یافته و پروندهٔ آن بایگانی شده است.
