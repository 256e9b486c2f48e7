"""The web chat: Chainlit mounted in a FastAPI app.

server.py    the FastAPI app: pages, health, Chainlit
folder.py    Chainlit's own folder and environment, made before Chainlit is first imported
visitor.py   who a browser is: a cookie, no account
chat.py      Chainlit's handlers: a message or a pressed button becomes a Turn
sent.py      a picture that came with a message
reply.py     Events become messages, steps and elements
cards.py     films as the properties of public/elements/FilmCards.jsx
history.py   the sidebar's conversations, in our database
public/      looks: theme, logo, styles, elements
"""
