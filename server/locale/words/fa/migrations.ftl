# Moving running cases from one version of their process to another, at the console.

migrations-title = انتقال پرونده‌ها به نسخهٔ دیگر
migrations-lead = پروندهٔ در جریان با همان نسخه‌ای از فرایند پیش می‌رود که با آن آغاز شده است. اینجا می‌توانید پرونده‌های یک نسخه را با نقشه‌ای روشن به نسخهٔ دیگر همان فرایند ببرید.
migrations-running = { $count } پروندهٔ در جریان
migrations-to = انتقال به نسخهٔ { $number }
migrations-only = این فرایند نسخهٔ دیگری ندارد.
migrations-none = پروندهٔ در جریانی نیست.
migrations-latest = انتقال‌های اخیر
migrations-line = از نسخهٔ { $from } به نسخهٔ { $to }
migrations-moved = { $count } پرونده منتقل شد
migrations-stopped-tag = متوقف شده
migrations-running-tag = در حال انجام
migrations-plan-title = نقشهٔ انتقال
migrations-plan-lead = برای هر جایی که پرونده‌ای منتظر است بگویید در نسخهٔ دیگر کجا می‌رود. فقط گام‌های هم‌نوع پیشنهاد می‌شوند. نخست نقشه را امتحان کنید؛ امتحان چیزی را تغییر نمی‌دهد.
migrations-trial = نتیجهٔ امتحان
migrations-misfitting = { $count } پرونده جا نمی‌افتد
migrations-fits = همهٔ پرونده‌ها جا می‌افتند
migrations-fitting = { $count } پرونده منتقل می‌شود.
migrations-waiting = { $count } مورد منتظر
migrations-cannot = { $count } مورد نمی‌رود:
migrations-try = امتحان نقشه
migrations-start = آغاز انتقال
migrations-started = انتقال آغاز شد. پرونده‌ها یکی‌یکی منتقل می‌شوند.
migrations-one-title = انتقال پرونده‌ها
migrations-count-moved = منتقل شده
migrations-count-waiting = در نوبت
migrations-count-misfit = جا نیفتاده
migrations-count-left = در نسخهٔ پیشین مانده
migrations-stop = توقف انتقال
migrations-stop-text = پرونده‌هایی که نوبتشان نرسیده است در نسخهٔ کنونی خود می‌مانند. آن‌ها که منتقل شده‌اند برنمی‌گردند.
migrations-stopped = انتقال متوقف شد.
migrations-stopped-at = این انتقال متوقف شد در
migrations-misfits = پرونده‌هایی که جا نیفتادند
migrations-why-unmapped = جایی برای آن تعیین نشده است.
migrations-why-missing = چنین گامی در نسخهٔ دیگر نیست.
migrations-why-kind = گام از نوع دیگری است.
migrations-why-scope = گام درون زیرفرایند دیگری است.
migrations-why-repeat = گام به شکل دیگری تکرار می‌شود.
migrations-why-flow = شاخه‌ای که پرونده از آن آمده است در نسخهٔ دیگر نیست.
migrations-why-timer = زمان یک زمان‌سنج معلوم نمی‌شود.

refusal-plan-incomplete = نقشه برای همهٔ پرونده‌ها جایی تعیین نکرده است. نتیجهٔ امتحان را ببینید و نقشه را کامل کنید.

desk-event-migrated = پرونده با نسخهٔ دیگری از فرایند ادامه یافت
