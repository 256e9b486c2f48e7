"""What the messengers (Discord, Telegram) have in common, free of either's library.

words.py      what somebody wrote, as words     splitting.py  long text cut by sense
once.py       each event once                   underway.py   turns counted, drained at the end
daily.py      a film a day, at a local hour     facts.py      what stands beside a film
files.py      what is taken of pictures and tables, before they are fetched
said.py, sentences.py  what they say themselves, by language
"""
