# The frame that all pages share.

web-skip = رفتن به محتوای اصلی
web-directory = میزبان میزهای خدمت
web-surface-portal = میز خدمت الکترونیکی
web-surface-desk = میز کار کارکنان
web-surface-admin = کنسول مدیریت
web-surface-files = مدارک
web-surface-directory = فهرست دستگاه‌ها
web-sign-out = خروج
web-footer = این سامانه با صفحه‌خوان و بدون جاوااسکریپت نیز کار می‌کند.
web-back = بازگشت
web-change = تغییر
web-error-title = خطا: { $title }
web-pages = صفحه‌ها
web-page = صفحهٔ { $number } از { $of }
web-previous = قبلی
web-next = بعدی

## The warning before a session ends

web-session-title = نشست شما رو به پایان است
web-session-text = چون مدتی کاری انجام نداده‌اید، تا دو دقیقهٔ دیگر از سامانه خارج می‌شوید. آنچه نوشته‌اید ذخیره شده است.
web-session-stay = می‌خواهم ادامه دهم
web-session-failed = نشست تمدید نشد. این صفحه را نبندید؛ در پنجره‌ای دیگر دوباره وارد شوید و سپس به اینجا برگردید.

## Forms

web-problems-title = لطفاً این موارد را درست کنید
web-problem = خطا:
web-optional = (اختیاری)
web-choose = انتخاب کنید
web-day = روز
web-month = ماه
web-year = سال
web-file-choose = انتخاب فایل
web-file-choose-many = انتخاب فایل‌ها
web-file-none = فایلی انتخاب نشده است
web-draft-saving = در حال ذخیره…
web-draft-saved = پیش‌نویس ذخیره شد.
web-draft-unsaved = پیش‌نویس ذخیره نشد؛ با دکمهٔ «ذخیره» دوباره تلاش کنید.
