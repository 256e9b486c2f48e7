"""Telegram: private chats, groups in privacy mode, topics, commands, buttons and inline mode.

surface.py      starts and stops it all; what `cineaesthete telegram` and `serve` run
webhook.py      updates pushed to us, where they are not polled
wiring.py       which update goes where, each once; limits.py how fast we may answer
hearing.py      which messages are meant for us   places.py   chats, topics, conversations
conversation.py a message, command or button becomes a Turn; the answer is delivered
reply.py        Events become pages, within Telegram's limits
delivery.py     pages become messages: sent, then edited while the answer grows
markup.py       our light markup as Telegram's HTML, split by sense
cards.py        a film as a caption and a picture keyboards.py its buttons; codes.py their data
inline.py       films offered in any chat         commands/    the commands
daily.py        a film a day                      texts/       what the surface itself says, by language
"""
