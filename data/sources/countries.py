"""Country names as TMDb writes them, as ISO 3166-1 alpha-2 codes (the former ones too: SU, YU, DD)."""

_TABLE = """
AF Afghanistan|AL Albania|DZ Algeria|AO Angola|AQ Antarctica|AR Argentina|AM Armenia|AW Aruba|AU Australia
AT Austria|AZ Azerbaijan|BS Bahamas|BD Bangladesh|BB Barbados|BY Belarus|BE Belgium|BM Bermuda|BT Bhutan
BO Bolivia|BA Bosnia and Herzegovina|BW Botswana|BR Brazil|BN Brunei Darussalam|BG Bulgaria|BF Burkina Faso
KH Cambodia|CM Cameroon|CA Canada|KY Cayman Islands|TD Chad|CL Chile|CN China|CO Colombia|CG Congo
CR Costa Rica|CI Cote D'Ivoire|HR Croatia|CU Cuba|CY Cyprus|CZ Czech Republic|CS Czechoslovakia|DK Denmark
DO Dominican Republic|DD East Germany|EC Ecuador|EG Egypt|SV El Salvador|EE Estonia|ET Ethiopia|FI Finland
FR France|PF French Polynesia|TF French Southern Territories|GE Georgia|DE Germany|GH Ghana|GI Gibraltar
GR Greece|GT Guatemala|GN Guinea|HN Honduras|HK Hong Kong|HU Hungary|IS Iceland|IN India|ID Indonesia
IR Iran|IQ Iraq|IE Ireland|IL Israel|IT Italy|JM Jamaica|JP Japan|JO Jordan|KZ Kazakhstan|KE Kenya|KW Kuwait
KG Kyrgyz Republic|LA Lao People's Democratic Republic|LV Latvia|LB Lebanon|LR Liberia
LY Libyan Arab Jamahiriya|LI Liechtenstein|LT Lithuania|LU Luxembourg|MO Macao|MK Macedonia|MG Madagascar
MY Malaysia|ML Mali|MT Malta|MQ Martinique|MR Mauritania|MX Mexico|MD Moldova|MC Monaco|MN Mongolia
ME Montenegro|MA Morocco|MM Myanmar|NA Namibia|NP Nepal|NL Netherlands|AN Netherlands Antilles
NZ New Zealand|NI Nicaragua|NG Nigeria|KP North Korea|NO Norway|PK Pakistan|PS Palestinian Territory
PA Panama|PG Papua New Guinea|PY Paraguay|PE Peru|PH Philippines|PL Poland|PT Portugal|PR Puerto Rico
QA Qatar|RO Romania|RU Russia|RW Rwanda|WS Samoa|SA Saudi Arabia|SN Senegal|RS Serbia
CS Serbia and Montenegro|SG Singapore|SK Slovakia|SI Slovenia|SO Somalia|ZA South Africa|KR South Korea
SU Soviet Union|ES Spain|LK Sri Lanka|SE Sweden|CH Switzerland|SY Syrian Arab Republic|TW Taiwan
TJ Tajikistan|TZ Tanzania|TH Thailand|TT Trinidad and Tobago|TN Tunisia|TR Turkey|UG Uganda|UA Ukraine
AE United Arab Emirates|GB United Kingdom|UM United States Minor Outlying Islands
US United States of America|UY Uruguay|UZ Uzbekistan|VE Venezuela|VN Vietnam|YU Yugoslavia|ZW Zimbabwe
"""

CODES = {
    name: code
    for line in _TABLE.split("\n")
    for code, _, name in (entry.partition(" ") for entry in line.split("|"))
    if name
}
