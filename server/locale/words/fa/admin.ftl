# The console of an agency's admins.

admin-nav-services = خدمات
admin-nav-services-text = شناسنامه و فرم هر خدمت، پیش‌نمایش و انتشار نسخهٔ تازه
admin-nav-processes = فرایندها
admin-nav-processes-text = گام‌های رسیدگی به درخواست‌های هر خدمت
admin-nav-organisation = سازمان
admin-nav-organisation-text = واحدها، پست‌ها و کارکنان
admin-nav-notices = اعلان‌ها
admin-nav-notices-text = متن پیامک‌ها و رایانامه‌هایی که برای متقاضی فرستاده می‌شود
admin-nav-audit = رویدادنگار
admin-nav-audit-text = چه کسی، چه زمانی، چه کرده است
admin-nav-tenants = دستگاه‌ها
admin-nav-tenants-text = دستگاه‌هایی که میز خدمت آن‌ها اینجا میزبانی می‌شود، با وضعیت هر یک

## The first page

admin-home-title = مدیریت میز خدمت
admin-to-desk = رفتن به میز کار کارکنان
admin-no-right-title = شما به کنسول مدیریت دسترسی ندارید
admin-no-right-text = نام و گذرواژهٔ شما درست است، اما هیچ‌یک از پست‌های شما حق تغییر پیکربندی دستگاه را ندارد. اگر برای کار خود به این بخش نیاز دارید، از مدیر سامانهٔ دستگاه خود بخواهید پست مدیر سامانه را به شما بسپارد.
