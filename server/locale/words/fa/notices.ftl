# Notices: what is said about messages, and the house's own words where an agency has none.

## The one-time code, until an agency words it

notice-otp =
    کد ورود: { $otp }
    این کد را به هیچ‌کس ندهید.
    { $agency }

## Kinds

notice-kind-one-time-code = کد یک‌بارمصرف
notice-kind-opened = دریافت درخواست
notice-kind-numbered = ثبت در دبیرخانه
notice-kind-referred = ارجاع درخواست
notice-kind-documents-missing = درخواست تکمیل مدارک
notice-kind-documents-received = دریافت مدارک
notice-kind-answered = اعلام نتیجه
notice-kind-withdrawn = انصراف از درخواست
notice-kind-lapsed = بسته‌شدن درخواست به علت تکمیل‌نشدن مدارک

## Channels

notice-channel-sms = پیامک
notice-channel-email = رایانامه

## What became of a message

notice-state-queued = در صف ارسال
notice-state-sent = ارسال شد
notice-state-delivered = به گیرنده رسید
notice-state-undelivered = به گیرنده نرسید
notice-state-rejected = سامانهٔ ارسال آن را نپذیرفت
notice-state-expired = به علت گذشت زمان ارسال نشد

## Why the words of a notice cannot be saved

form-notice-placeholder = این متن یک جای خالی ناشناخته یا یک آکولاد اضافه دارد. فقط جای‌خالی‌های فهرست را به کار ببرید.
form-notice-line-break = موضوع باید در یک سطر باشد.
form-notice-too-long = متن بلندتر از حد مجاز است. پیامک فارسی پس از پرشدن جای‌خالی‌ها حداکثر ۱۳۴ نویسه جا دارد.
form-notice-empty = این قسمت را خالی نگذارید.
form-notice-subject = پیامک موضوع ندارد.
form-notice-needs-otp = متن کد یک‌بارمصرف باید جای خالی {"{otp}"} را داشته باشد.
