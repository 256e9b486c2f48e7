"""The commands' descriptions in the languages of Discord's users; Discord itself picks."""

from discord import Locale, app_commands

from adapters.discord.texts.descriptions import DESCRIPTIONS, LANGUAGES

_COLUMN = {
    Locale.spain_spanish: LANGUAGES.index("es"),
    Locale.latin_american_spanish: LANGUAGES.index("es"),
    Locale.french: LANGUAGES.index("fr"),
    Locale.german: LANGUAGES.index("de"),
}


class CommandTranslator(app_commands.Translator):
    """Looks a description up; the commands' names are the same everywhere, so that help texts hold."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: Locale,
        context: app_commands.TranslationContextTypes,  # noqa: ARG002 - their form
    ) -> str | None:
        """The description in that language; None leaves the English one."""
        column = _COLUMN.get(locale)
        translations = DESCRIPTIONS.get(string.message)
        return translations[column] if translations and column is not None else None
