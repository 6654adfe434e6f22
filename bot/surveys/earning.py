"""What an answer earns, whatever it says (SUR-11)."""

from bot.config import Settings
from bot.loyalty.programme import current_rules
from bot.surveys.definitions import Definition


async def points_for(definition: Definition, settings: Settings) -> int:
    """As the survey says, else as the loyalty rules do, else as the setting does."""
    if definition.points is not None:
        return definition.points
    told = (await current_rules()).per_survey
    return settings.survey_points if told is None else told
