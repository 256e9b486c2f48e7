import pytest

from agent.planner.controls import control_said
from tools.arguments import MyData


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("export my data", "export"),
        ("please send me all of my data", "export"),
        ("Exporta mis datos", "export"),
        ("télécharge mes données", "export"),
        ("meine Daten exportieren", "export"),
        ("pause personalisation", "pause"),
        ("don't use my taste for now", "pause"),
        ("turn off personalization", "pause"),
        ("pausa la personalización", "pause"),
        ("mets en pause la personnalisation", "pause"),
        ("Personalisierung pausieren", "pause"),
        ("resume personalisation", "resume"),
        ("use my taste again", "resume"),
        ("reanuda la personalización", "resume"),
        ("reprends la personnalisation", "resume"),
        ("Personalisierung fortsetzen", "resume"),
        ("share my activity with the server", "share_server"),
        ("show what I watch to everybody", "share_server"),
        ("comparte mi actividad con el grupo", "share_server"),
        ("share my activity with friends only", "share_friends"),
        ("partage mon activité avec mes amis", "share_friends"),
        ("hide my activity", "share_private"),
        ("keep my activity private", "share_private"),
        ("don't share my activity", "share_private"),
        ("zeig was ich schaue niemandem", "share_private"),
        ("leave me out of your experiments", "trials_out"),
        ("opt out of A/B tests", "trials_out"),
        ("don't experiment on me", "trials_out"),
        ("déjame fuera de las pruebas", "trials_out"),
        ("laisse-moi hors des essais", "trials_out"),
        ("lass mich aus Versuchen raus", "trials_out"),
        ("take part in trials", "trials_in"),
        ("participar en pruebas", "trials_in"),
        ("participer aux essais", "trials_in"),
        ("an Versuchen teilnehmen", "trials_in"),
        ("private mode", "private"),
        ("go incognito", "private"),
        ("this is off the record", "private"),
        ("modo privado", "private"),
        ("mode privé", "private"),
        ("privater Modus", "private"),
        ("end private mode", "public"),
        ("turn off incognito", "public"),
        ("termina el modo privado", "public"),
        ("quitte le mode privé", "public"),
        ("privaten Modus beenden", "public"),
    ],
)
def test_what_they_want_done_with_what_is_kept(said: str, kind: str) -> None:
    decision = control_said(said)
    assert decision is not None
    assert [call.arguments for call in decision.calls] == [MyData.model_validate({"kind": kind})]


@pytest.mark.parametrize(
    "said",
    [
        "a spy goes incognito",
        "a film about data",
        "pause",
        "private detectives",
        "The Incognito",
        "use my taste",
        "a film about experiments on people",
        "leave out the trial films",
        "something about a man who wants to end private schools",
        "films about personal loss",
    ],
)
def test_films_about_such_things_are_looked_for(said: str) -> None:
    assert control_said(said) is None
