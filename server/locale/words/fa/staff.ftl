# The staff's door, on the workspace and on the console.

staff-nav = بخش‌های سامانه

## Signing in

staff-sign-in-title = ورود کارکنان
staff-sign-in-kept = نشست شما پایان یافته است. آنچه نوشته بودید نگه داشته شده است؛ پس از ورود، فرم دوباره با همان نوشته‌ها نشان داده می‌شود تا آن را بفرستید.
staff-username = نام کاربری
staff-password = گذرواژه
staff-second = کد تأیید
staff-second-hint = کد ۶ رقمی برنامهٔ رمزساز، یا یکی از کدهای بازیابی
staff-sign-in-submit = ورود
staff-signed-out = از سامانه خارج شدید.

## One's own account

staff-account-title = حساب من
staff-account-change = تغییر
staff-account-renew = تازه‌سازی
staff-account-see = مشاهده
staff-account-password = برای ورود، همراه با کد برنامهٔ رمزساز به کار می‌رود.
staff-account-authenticator = در هر ورود، کد آن پرسیده می‌شود.
staff-account-codes = { $count ->
    [0] کدی ندارید. اگر برنامهٔ رمزساز خود را از دست بدهید، تنها مدیر سامانهٔ دستگاه می‌تواند ورود شما را ممکن کند.
   *[other] { $count } کد استفاده‌نشده
}
staff-account-sessions = با نام شما { $count } نشست باز است.

staff-password-title = تغییر گذرواژه
staff-password-lead = پس از تغییر گذرواژه، نشست‌های شما در همهٔ دستگاه‌های دیگر پایان می‌یابد.
staff-password-present = گذرواژهٔ کنونی
staff-password-new = گذرواژهٔ تازه
staff-password-new-hint = دست‌کم ۱۲ نویسه. یک جملهٔ شخصی هم به یاد می‌ماند و هم حدس زدنش دشوار است.
staff-password-repeated = تکرار گذرواژهٔ تازه
staff-password-submit = تغییر گذرواژه
staff-password-changed = گذرواژهٔ شما تغییر کرد و نشست‌های دیگر شما پایان یافت.

staff-authenticator = برنامهٔ رمزساز
staff-authenticator-title = برنامهٔ رمزساز تازه
staff-authenticator-lead = تا پیش از تأیید در پایان همین صفحه، برنامهٔ رمزساز کنونی شما معتبر است. پس از تأیید، نشست‌های شما در همهٔ دستگاه‌های دیگر پایان می‌یابد.
staff-authenticator-scan = در برنامهٔ رمزساز تلفن همراه خود، یک مورد تازه بیفزایید و این کد را بخوانید:
staff-authenticator-qr = کد تصویری (QR) کلید برنامهٔ رمزساز تازه
staff-authenticator-type = اگر خواندن کد تصویری ممکن نیست، این کلید را در برنامهٔ رمزساز وارد کنید:
staff-authenticator-here = افزودن به برنامهٔ رمزساز همین دستگاه
staff-authenticator-code = کد برنامهٔ رمزساز تازه
staff-authenticator-code-hint = ۶ رقمی که اکنون نشان می‌دهد
staff-authenticator-submit = تأیید برنامهٔ رمزساز تازه
staff-authenticator-renewed = برنامهٔ رمزساز تازه به کار افتاد و نشست‌های دیگر شما پایان یافت.

staff-codes = کدهای بازیابی
staff-codes-title = کدهای بازیابی تازه
staff-codes-lead = وقتی برنامهٔ رمزساز در دسترس شما نیست، با یک کد بازیابی وارد می‌شوید. هر کد فقط یک بار به کار می‌آید. با ساختن کدهای تازه، کدهای پیشین از اعتبار می‌افتند.
staff-codes-submit = ساختن کدهای تازه
staff-new-codes-title = کدهای بازیابی شما
staff-new-codes-lead = این کدها فقط همین یک بار نشان داده می‌شوند. آن‌ها را یادداشت یا همین صفحه را چاپ کنید و جدا از برنامهٔ رمزساز نگه دارید.
staff-new-codes-kept = کدها را نگه داشتم

## One's own sessions

staff-sessions-title = نشست‌های من
staff-sessions-lead = دستگاه‌هایی که با نام شما وارد شده‌اند. اگر نشستی را نمی‌شناسید، به آن پایان دهید و گذرواژهٔ خود را تغییر دهید.
staff-sessions-caption = نشست‌های باز، تازه‌ترین نخست
staff-session-started = زمان ورود
staff-session-seen = آخرین فعالیت
staff-session-action = وضعیت
staff-session-this = همین نشست
staff-session-end = پایان دادن
staff-session-ended = نشست پایان یافت.
