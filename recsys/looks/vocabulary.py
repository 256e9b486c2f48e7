"""Words that name a measurable look, as expressions: alternatives of a regular expression to aspects.

Longer expressions stand before the shorter ones they contain; what one has matched, the next ones no longer
see. Names of colours beside the plain ones are in `recsys.looks.colour_words`.
"""

from collections.abc import Mapping

Weights = Mapping[str, float]

STYLES: Mapping[str, Weights] = {
    "(?:film |neo[- ])?noir(?: look| style| shadows)?": {
        "black_and_white": 0.6,
        "dark": 0.6,
        "contrasty": 0.6,
    },
    "german expressionis[mt]\\w*|silent[- ](?:film|movie|era)s?|silver screen": {
        "black_and_white": 1.0,
        "contrasty": 0.4,
    },
    "cyberpunk|synth ?wave|retro ?wave|vapou?r ?wave|outrun": {"neon": 1.0, "purple": 0.3},
    "giallo": {"vivid": 0.6, "red": 0.5, "neon": 0.3},
    "technicolou?r": {"vivid": 0.8, "colourful": 0.6},
    "wes anderson(?:ian|esque|'s)?": {"pastel": 0.8, "symmetrical": 0.8},
    "kubrick(?:ian|esque|'s)?": {"symmetrical": 1.0},
    "malick(?:ian|esque|'s)?|magic hour": {"golden": 1.0},
    "tim burton(?:esque|'s)?|gothic": {"dark": 0.8, "contrasty": 0.3, "muted": 0.3},
    "barbiecore": {"pink": 1.0, "vivid": 0.4},
}
"""Styles and schools by what is seen in their pictures."""

LIGHT: Mapping[str, Weights] = {
    "black[- ](?:and|&|n|'n')[- ]white|black/white|b ?& ?w|b/w|bnw|monochrom(?:e|atic)|gr[ea]y ?scale|"
    "(?:in |all )?(?:only |nothing but )?(?:shades of gr[ea]ys?|gr[ea]ys|gr[ea]y tones?)|colou?rless|"
    "(?:no|without(?: any)?|devoid of|drained of(?: all)?|lacking(?: any)?) colou?rs?(?: at all)?": {
        "black_and_white": 1.0
    },
    "(?:deep |hard |long |swallowed by |in )?shadows?|shadowy|chiaroscuro|silhouett\\w+": {
        "dark": 0.7,
        "contrasty": 0.5,
    },
    "low[- ]key(?: light| lighting)?|dimly lit|dim|murky|gloomy|gloom|sombre|somber|bleak|under[- ]?lit": {
        "dark": 1.0,
        "muted": 0.3,
    },
    "(?:almost |hardly any |barely any |scarcely any )?(?:no|without(?: any)?|lack of|absence of|lightless)"
    " light|(?:hardly|barely|scarcely) (?:any light|lit)": {"dark": 1.0},
    "(?:very |really |mostly |almost |pitch[- ]|near[- ])*(?:dark(?:ness)?|black(?:ness)?|unlit|inky|murk)"
    "(?: as (?:night|pitch|coal))?|pitch": {"dark": 1.0},
    "high[- ]key(?: light| lighting)?|bright(?:ly lit|ness)?|luminous|airy|sun ?lit|day ?light|radiant|"
    "light(?= and| ground| background)|(?:full of|flooded with|filled with|lots of|much) (?:day)?light|"
    "over[- ]?exposed|dazzling|^light$": {"bright": 1.0},
    "white[- ](?:space|ground|background)|(?:plain|blank|clean) (?:white )?(?:ground|background)": {
        "bright": 0.7,
        "minimal": 1.0,
    },
    "high[- ]contrast|contrasty|stark|(?:strong|hard|harsh|sharp) contrasts?": {"contrasty": 1.0},
    "low[- ]contrast|hazy|haze|misty|mist|foggy|fog|dreamy|gauzy|diffuse|soft[- ](?:focus|light)|"
    "soft(?! (?:pale|pastel))": {"soft": 1.0},
}
"""Light and dark, contrast."""

COLOUR: Mapping[str, Weights] = {
    "(?:pale |soft )*pastels?(?: shades?| tones?| colou?rs?)?|"
    "candy[- ]?colou?red|cand(?:y|ies)|cotton candy|bubble ?gum|"
    "sherbet|sorbet|macarons?|powder(?:y| pink| blue)|"
    "(?:soft )?pale(?: and soft)? (?:colou?rs?|shades?|tones?|palette)": {"pastel": 1.0},
    "(?:teal|turquoise|cyan|aqua|petrol|blue|blue[- ]green)(?:,| and| &|/| against| versus| vs| with|-)? ?"
    "(?:orange|amber|copper)|(?:orange|amber|copper)(?:,| and| &|/| against| versus| vs| with|-)? ?"
    "(?:teal|turquoise|cyan|aqua|petrol|blue|blue[- ]green)|blockbuster (?:look|grading|colou?rs?)": {
        "teal_and_orange": 1.0
    },
    "(?:icy|ice|iced|frosty|frozen|frosted|glacial|glacier|cold|chilly|wintry|winter|arctic|pale|steel|steely|"
    "powder|baby|light)[- ](?:and )?(?:pale )?blues?(?: light)?": {"icy": 1.0},
    "icy|frosty|frosted|glacial|ice[- ]cold": {"icy": 1.0},
    "golden(?:[- ]hour)?|gold|honey(?:[- ]colou?red)?|amber|(?:late|low|evening|setting) sun(?:light|shine)?|"
    "sun[- ]kissed|candle ?lit|candle ?light|fire ?light": {"golden": 1.0},
    "sun[- ]bleached|sun[- ]baked|sun[- ]drenched|sun[- ]burnt|sun[- ]scorched|parched": {
        "golden": 0.7,
        "bright": 0.6,
    },
    "sunset|sundown|dusk|sunrise|dawn": {"orange": 0.7, "golden": 0.4},
    "neons?(?:[- ]lit| signs?| lights?| colou?rs?)?|black ?light|fluorescent|ultraviolet|glow(?:ing)? signs?|"
    "(?:glowing|electric|laser)(?= (?:magenta|pink|purple|blue|cyan|green|colou?rs?))|lasers?": {"neon": 1.0},
    "night|nights|nighttime|night[- ]time|nocturnal|midnight|moonlit|after dark|by night": {
        "dark": 0.8,
        "cool": 0.2,
    },
    "sepia|faded brown|old photographs?|vintage photographs?|daguerreotypes?|yellowed": {"sepia": 1.0},
    "brown|earthy|earth tones?|ochre|rust(?:y|ic)?": {"sepia": 0.7, "orange": 0.4},
    "warm(?:er|th)?|warm[- ]toned|cosy colou?rs": {"warm": 1.0},
    "cool(?:er)?|cool[- ]toned|cold|cold[- ]toned|chilly|wintry": {"cool": 1.0},
    "colou?rful|rainbow|multi-?colou?red|kaleidoscopic|psychedelic|riot of colou?rs?|all colou?rs": {
        "colourful": 1.0
    },
    "vivid|saturated|vibrant|bold colou?rs|punchy|garish|lurid|gaudy": {"vivid": 1.0},
    "muted|desaturated|washed[- ]out|faded|drab|understated|subdued|bleached": {"muted": 1.0},
}
"""Named combinations of colours; single colours come after."""

PEOPLE: Mapping[str, Weights] = {
    "(?:no|without|empty of|devoid of|free of)(?: any)? (?:people|persons?|humans?|faces?)|nobody|"
    "nobody in sight|no one|unpeopled|unpopulated|deserted": {"unpeopled": 1.0},
    "(?:a )?(?:crowds?|crowded with people)(?: of (?:people|faces))?|(?:many|several) (?:people|faces)|"
    "lots of (?:people|faces)|ensembles?|(?:big |large )?groups? of (?:people|friends|faces)|faces": {
        "crowd": 1.0
    },
    "(?:extreme |big |tight )?close[- ]?ups?(?: (?:of|on) (?:a |the |one )?(?:\\w+ )?face)?|portraits?|"
    "(?:one |single |giant |huge |large )?face(?: close[- ]?up)?": {"close_up": 1.0},
}
"""People as far as their faces show."""

SHAPE: Mapping[str, Weights] = {
    "minimal(?:ist|istic|ism)?|empty(?: space)?|emptiness|sparse|bare|un-?cluttered|clean|negative space|"
    "simple|simplicity|spare|lots of space|blank|spacious": {"minimal": 1.0},
    "busy|cluttered|chaotic|packed|ornate|(?:full of |much )?detail(?:s|ed)?|baroque": {"busy": 1.0},
    "symmetr\\w+|centred|centered|mirrored|mirror image|balanced|one[- ]point perspective": {
        "symmetrical": 1.0
    },
    "grainy|grain|gritty|textured|rough": {"textured": 1.0},
}
"""Composition."""

MOOD: Mapping[str, Weights] = {
    "happier|happy|cheerful|joyful|merrier|merry|sunny|upbeat|playful|feel[- ]?good": {
        "bright": 0.6,
        "vivid": 0.5,
        "warm": 0.3,
    },
    "sadder|sad|melancholy|melancholic|moody": {"dark": 0.5, "muted": 0.5, "cool": 0.3},
    "lighter|brighter": {"bright": 1.0},
    "darker": {"dark": 1.0},
}
"""Moods as pictures show them."""

NEUTRAL = (
    r"\b(?:a|an|and|or|the|with|of|in|on|at|to|very|really|mostly|mainly|all|but|more|much|bit|some|lots?|full|"
    r"colou?rs?|colou?red|tones?|toned|look(?:s|ing)?|style|styled|films?|movies?|posters?|pictures?|images?|"
    r"frames?|shots?|stills?|palettes?|light(?:ing)?|that|which|is|are|it|like|something|i|want|show|me|find|"
    r"please|shades?|hues?|everything|nothing|everywhere|just|only|deep|strong|photo(?:s|graphs?|graphy)?|"
    r"cinematograph(?:y|ic)|scenes?|scenery|background|ground|lights|lit|glow(?:ing)?|dominat(?:e[ds]?|ing)|"
    r"dominant|by|almost|entirely|completely|perfectly|heavy|heavily|mood|atmosphere|visuals?|aesthetics?|"
    r"design|compositions?|framing|artwork|art|cover|feel(?:ing)?|vibes?|big|large|small|vast|huge|areas?|"
    r"plenty|drenched|soaked|bathed|washed|one|its|own|from|for|my|taste|same|this|these|those|there|where|as|"
    r"under|over|against|contrasts?|grad(?:ed|ing)|blockbuster|seem(?:s|ing)?|somewhat|rather|quite|totally|"
    r"extremely|super|ultra|near|hard|old|beautiful(?:ly)?|nice|pretty|kind|sort|sense|touch|hint|figures?|"
    r"skin|signs?|not|no|too|less|without|non|any)\b"
)
"""Words that say nothing by themselves of what is in a picture."""
