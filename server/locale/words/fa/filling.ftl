# Filling in a form, wherever that is done.

filling-no-file = فایلی پیوست نشده است
filling-remove = حذف
filling-upload = بارگذاری
filling-full = برای این مدرک جای فایل دیگری نیست. اگر می‌خواهید فایلی را عوض کنید، نخست آن را حذف کنید.
filling-file-refused = «{ $name }»: { $reason }
