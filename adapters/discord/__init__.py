"""Discord: direct messages, mentions, threads, slash commands and buttons.

surface.py      starts and stops it all; what `cineaesthete discord` and `serve` run
client.py       the gateway client: which messages are meant for us
conversation.py a message, command or button becomes a Turn; the answer is delivered
reply.py        Events become pages, within Discord's limits
delivery.py     pages become messages: sent, then edited while the answer grows
embeds.py       films as embeds                 splitting.py  long text cut by sense
buttons.py      buttons and menus that work after a restart; codes.py their ids
commands/       the slash commands              completion.py titles and names while typing
onboarding.py   the button of the quiz  welcome.py   the role for finishing it
reporting.py    reviews by members, reported
daily.py        a film a day, where moderators asked for one
texts/          what the surface itself says, and the commands' descriptions, by language
"""
