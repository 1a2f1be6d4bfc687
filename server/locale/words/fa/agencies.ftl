# Words that the ready-made agencies need: what was decided, by the outcome of the deciding step, and
# where a request stands when its answer is neither a permit nor a refusal.

decision-approve = موافقت شد
decision-reject = موافقت نشد
decision-answer = پاسخ داده شد
decision-forward = به دستگاه صلاحیت‌دار فرستاده شد
decision-decline = پاسخ منفی داده شد
decision-uphold = شکایت وارد است
decision-dismiss = شکایت وارد نیست

stage-answered = پاسخ داده شد
stage-answered-meaning = به نامهٔ شما پاسخ داده شد. متن پاسخ در همین صفحه آمده است.

stage-upheld = شکایت وارد دانسته شد
stage-upheld-meaning = به شکایت شما رسیدگی شد و حق با شما بود. متن پاسخ و آنچه دستگاه باید انجام دهد در همین صفحه آمده است.

stage-dismissed = شکایت وارد دانسته نشد
stage-dismissed-meaning = به شکایت شما رسیدگی شد و تخلفی دیده نشد. دلیل و راه اعتراض در متن پاسخ آمده است.
