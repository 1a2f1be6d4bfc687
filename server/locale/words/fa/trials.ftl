# میز مدیریت: آزمودن پیش‌نویس و آزمون‌هایی که از آن نگه داشته می‌شود.

trial-title = آزمودن پیش‌نویس
trial-lead = اینجا محیط آزمایشی است: به کسی پیامی فرستاده نمی‌شود، شماره‌ای مصرف نمی‌شود و چیزی از آن در آمارها و فهرست‌ها نمی‌آید.
trial-open = آزمودن پیش‌نویس
trial-unsound = پیش‌نویس را وقتی می‌توان آزمود که خود فرایند ایرادی نداشته باشد. ایرادها در صفحهٔ پیش‌نویس آمده است.
trial-begin = آغاز
trial-begin-service = به‌صورت درخواست { $service }
trial-begin-service-hint = از فرم، فقط آنچه فرایند می‌خواند اینجا پرسیده می‌شود.
trial-begin-services = خدمت‌هایی که از این فرایند می‌گذرند
trial-begin-plain = بدون خدمت
trial-vars = آنچه فرایند می‌تواند بپرسد
trial-vars-hint = هر کدام در یک سطر، مانند: urgent = true
trial-begun = آزمایش آغاز شد.
trial-is-over = آزمایش پایان یافت و چیزی از آن نماند.
trial-played-again = همان کارها روی پیش‌نویس کنونی اجرا شد.
trial-outdated = پس از آغاز این آزمایش، پیش‌نویس تغییر کرده است. آنچه اینجا می‌بینید وضع پیش از تغییر است.
trial-again = اجرای همین کارها روی پیش‌نویس کنونی
trial-now = اکنون
trial-where = جای پرونده
trial-stage = آنچه متقاضی می‌بیند
trial-clock = زمان در آزمایش
trial-promised = تاریخ وعده
trial-deadline-title = مهلت
trial-deadline = { $step }: { $day }
trial-deadline-stopped = { $step }: تا متقاضی اقدام کند متوقف است
trial-here = اینجا منتظر است
trial-ahead = کارهایی که اکنون شدنی است
trial-ahead-hint = پیش از انجام هر کار می‌توانید ببینید چه پیش می‌آید.
trial-ahead-none = پرونده پایان یافته است و کار دیگری نمی‌توان کرد.
trial-would = چه پیش می‌آید
trial-fill = پر کردن و انجام
trial-do = انجام این کار
trial-items = مدارکی که خواسته می‌شود
trial-items-hint = هر کدام در یک سطر.
trial-clock-move = گذشت زمان
trial-count = مقدار
trial-unit = واحد
trial-unit-hours = ساعت
trial-unit-days = روز
trial-unit-working-days = روز کاری
trial-wait = بگذرد
trial-log = آنچه پیش آمد
trial-end = پایان آزمایش
trial-end-text = کارهای این آزمایش پاک می‌شود. آزمون‌هایی که نگه داشته‌اید می‌ماند.

## نگه‌داشتن به‌صورت آزمون

trial-keep-title = نگه‌داشتن به‌صورت آزمون
trial-keep-text = پیش از هر انتشار این فرایند، همین کارها اجرا می‌شود. اگر نتیجه فرق کند، انتشار انجام نمی‌شود و تفاوت گفته می‌شود.
trial-keep-name = نام
trial-keep-name-hint = آنچه آزموده می‌شود، مانند: تأیید بدون کسری مدارک
trial-keep = نگه‌داشتن
trial-kept = آزمون نگه داشته شد.
trial-tests-title = آزمون‌های این فرایند
trial-tests-lead = هر آزمون روی پیش‌نویس کنونی اجرا می‌شود. پیش از انتشار، همه باید مانند بار نخست پیش بروند.
trial-tests-none = هنوز آزمونی نگه داشته نشده است.
trial-tests-run = اجرای دوبارهٔ همه
trial-tests-refusal = { $count ->
    [one] پیش‌نویس منتشر نشد: نتیجهٔ یک آزمون فرق کرده است
   *[other] پیش‌نویس منتشر نشد: نتیجهٔ { $count } آزمون فرق کرده است
}
trial-test-title = آزمون فرایند
trial-test-passes = بدون تفاوت
trial-test-differs = متفاوت
trial-test-not-played = اجرا نمی‌شود
trial-test-script = کارها و نتیجه‌ای که باید داشته باشند
trial-differences = تفاوت‌ها
trial-difference = گام { $number } آزمون:
trial-difference-missing = این دیگر پیش نمی‌آید:
trial-difference-new = این تازه است:
trial-difference-stood = وضع پیشین
trial-difference-stands = وضع کنونی
trial-accept = پذیرفتن نتیجهٔ تازه
trial-accept-text = از این پس، نتیجهٔ کنونی همان نتیجهٔ درست به شمار می‌آید.
trial-accepted = نتیجهٔ تازه نگه داشته شد.
trial-remove = کنار گذاشتن آزمون
trial-remove-text = آزمون پاک می‌شود و دیگر جلوی انتشار را نمی‌گیرد.
trial-removed = آزمون کنار گذاشته شد.

## آنچه انجام می‌شود

trial-do-begin = درخواست ثبت می‌شود
trial-do-complete = { $step }: { $outcome }
trial-do-supply = متقاضی مدارک خواسته‌شده را می‌فرستد
trial-do-message = پیام { $name } از بیرون می‌رسد
trial-do-service = { $step }: کار خودکار انجام می‌شود
trial-do-service-failed = { $step }: کار خودکار ناموفق است
trial-do-withdraw = متقاضی انصراف می‌دهد
trial-do-wait-due = انتظار تا مهلت بعدی
trial-do-wait-hours = { $count ->
    [one] یک ساعت می‌گذرد
   *[other] { $count } ساعت می‌گذرد
}
trial-do-wait-days = { $count ->
    [one] یک روز می‌گذرد
   *[other] { $count } روز می‌گذرد
}
trial-do-wait-working-days = { $count ->
    [one] یک روز کاری می‌گذرد
   *[other] { $count } روز کاری می‌گذرد
}

## آنچه پیش می‌آید

trial-stands = منتظر در: { $steps }
trial-stands-nowhere = جایی منتظر نیست
trial-ended-completed = پرونده پایان یافت
trial-ended-cancelled = پرونده لغو شد
trial-ended-failed = پرونده با خطا پایان یافت
trial-refused-missing = شدنی نیست: چیزی منتظر آن نیست.
trial-refused-invalid = به این صورت شدنی نیست.
trial-line-step = گام: { $step }
trial-line-task = { $step } نزد { $who } می‌رود
trial-line-task-due = { $step } تا { $day } نزد { $who } است
trial-line-done = { $step } انجام شد: { $outcome }
trial-line-cancelled = { $step } برداشته شد
trial-line-stage = متقاضی می‌بیند: { $stage }
trial-line-numbered = شمارهٔ نامه می‌گیرد، مانند { $number }
trial-line-asked = تا { $day } از متقاضی خواسته شد: { $titles }
trial-line-supplied = مدارک رسید
trial-line-decided = تصمیم: { $outcome } ({ $reason })
trial-line-service = { $step } خودکار آغاز شد
trial-line-service-done = { $step } انجام شد
trial-line-deadline = مهلت { $step }: { $day }
trial-line-late = مهلت { $step } گذشت: { $day }
trial-line-clock-stopped = زمان دستگاه متوقف شد
trial-line-clock-started = زمان دستگاه ادامه یافت؛ تاریخ وعده { $day } است
trial-line-notice = { $channel } به متقاضی: { $kind }
trial-line-stuck = { $step } پیش نمی‌رود: { $why }
trial-line-kept = پیام { $name } نگه داشته می‌شود تا گامی منتظر آن شود
trial-line-withdrawn = متقاضی انصراف داد
trial-stuck-service = کار خودکار ناموفق بود و هر ساعت دوباره انجام می‌شود.

## آنچه شدنی نیست

form-trial-vars = این سطر فهمیده نمی‌شود: { $line }
form-trial-too-long = آزمایش بیش از اندازه طولانی شده است؛ آزمایش دیگری آغاز کنید.
form-trial-too-many = بیش از این نمی‌توان آزمون نگه داشت؛ نخست یکی را کنار بگذارید.
form-process-test = نتیجهٔ آزمون «{ $title }» فرق کرده است.
