# The directory: looking for a service across all agencies.

directory-lead = خدمت موردنظر را در همهٔ دستگاه‌ها جست‌وجو کنید، یا دستگاه خود را از فهرست انتخاب کنید.
directory-search-label = جست‌وجوی خدمت
directory-search-hint = نام خدمت، شناسهٔ خدمت یا نام دستگاه
directory-search = جست‌وجو
directory-results = خدمات پیداشده
directory-found = { $services } خدمت در { $agencies } دستگاه پیدا شد.
directory-cut = فقط { $services } خدمت اول نشان داده شده است؛ لطفاً دقیق‌تر جست‌وجو کنید.
directory-found-none = خدمتی پیدا نشد. لطفاً واژهٔ دیگری را جست‌وجو کنید.
directory-all = نمایش همهٔ دستگاه‌ها
directory-agencies = دستگاه‌ها
