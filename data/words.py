# ruff: noqa: SIM905  (a thousand words are best read as text)
"""How ordinary a word is in talk about films: what a title made of such words proves when it is met."""

FUNCTION = frozenset(
    """
a an the this that these those it its he him his she her hers they them their theirs we us our ours i me my
mine you your yours who whom whose which what when where why how and or but nor so yet if then than as at by
for from in into of off on onto out over to up down under with without within about after before between
during until till since against along across through toward towards upon via per is am are was were be been
being do does did doing done have has had having will would shall should can could may might must not no yes
ok okay im ive id ill youre youve theyre were isnt arent wasnt dont doesnt didnt cant couldnt wont wouldnt
shouldnt havent hasnt thats whats theres lets hes shes itself myself yourself there here now just also too
very more most less least much many some any all both each every either neither other another such same own
only even still already again once ever never always often sometimes soon later early late ago else one ones
something anything nothing everything someone anyone everyone nobody anybody everybody somewhere anywhere
get got gets getting gotten let make makes made go goes going went gone come comes came see sees saw seen
say says said tell told know knows knew think thought want wants wanted need needs needed like likes liked
look looks looked give gives gave take takes took taken put keep kept um uh hm hmm oh ah aha huh
yup hey hi hello please thanks thank bye well really quite rather maybe perhaps actually basically
literally pls plz thx btw lol
haha smth sth etc vs mr mrs ms dr n s t d m o r u w gonna wanna gotta kinda sorta dunno cause because though
although whether while instead except besides apart
""".split()
)
"""Words that hold sentences together. A title of these alone proves nothing by itself."""

PRONOUNS = frozenset(
    """
it its he him his she her hers they them we us our i me you who what which this that these those no yes so
all one any some none there here not if
""".split()
)
"""Titles among these are meant only where written as titles: capital, quotes or a year."""

SAID_OTHERWISE = frozenset(
    {
        "no",
        "nope",
        "others",
        "saved",
        "whats saved",
        "friend request",
        "they",
        "them",
        "more",
        "that",
        "this",
        "those",
        "yesterday",
        "next",
        "nothing",
        "old",
        "ah",
        "oh",
        "yes",
        "yeah",
        "yep",
        "super",
        "be cool",
        "show",
        "tho",
        "sorry",
    }
)
"""Said of films and people every day before they are anybody's title."""

COMMON = frozenset(
    """
time times day days night nights today tonight tomorrow yesterday week weekend month year years hour hours
minute minutes second seconds moment morning evening afternoon midnight noon summer winter spring autumn
fall monday tuesday wednesday thursday friday saturday sunday january february march april june july
august september october november december season past present future old new young recent recently latest
last first next final finally end ending beginning start started begin long short longer shorter quick
quickly slow slowly fast faster brief age era decade century modern classic classics vintage date

man men woman women boy boys girl girls kid kids child children baby babies teen teens teenager teenagers
guy guys lady ladies people person family mother mom mum father dad parents brother brothers sister
sisters son daughter wife husband friend friends boyfriend girlfriend couple partner grandma grandpa
grandmother grandfather uncle aunt cousin cousins boss doctor teacher student students soldier king queen
prince princess hero heroes villain villains killer cop cops spy thief detective lawyer stranger strangers
neighbor neighbors lover lovers bride groom host guest guests fan fans team crew crowd gang artist actor
actress actors director directors writer star stars cast character characters player players winner loser
losers

movie movies film films flick flicks cinema show shows series tv episode watch watched watching rewatch
view scene scenes plot story stories script score soundtrack music song songs sound picture pictures image
style look genre genres comedy comedies drama dramas action horror thriller thrillers romance romances
romantic fantasy mystery mysteries western westerns documentary documentaries animation animated cartoon
cartoons anime musical musicals crime war adventure adventures biopic noir sequel sequels prequel remake
trilogy franchise part parts chapter title titles version release released review reviews rating ratings
rate rated list watchlist library pick picks choice choices option options suggestion suggestions suggest
suggested recommend recommended recommendation recommendations similar kind kinds sort type types vibe
vibes mood moods feel feels feeling feelings felt tone theme themes topic subject idea ideas twist twists
effects acting directed starring played playing play plays performance subtitles dubbed language english
french spanish german italian japanese korean chinese indian russian foreign american british hollywood
bollywood netflix

good better best great greatest nice fine cool awesome amazing excellent perfect wonderful brilliant
fantastic incredible beautiful pretty cute sweet lovely fun funny funnier hilarious silly serious smart
clever stupid dumb bad worse worst awful terrible horrible boring bored dull weird strange odd crazy
insane mad wild dark darker light lighter bright deep heavy intense tense scary scarier creepy spooky
violent bloody gory gritty sad sadder happy happier uplifting cheerful cosy cozy warm cold hot gentle
quiet loud calm relaxing exciting thrilling interesting mindless thoughtful emotional touching moving
inspiring depressing hopeful epic famous popular unknown hidden underrated overrated favourite favorite
favourites favorites real true fake false right wrong easy hard simple complex different unusual original
special normal ordinary big bigger small little large huge tiny high low tall full empty rich poor free
busy alone together lost found dead alive strong weak safe dangerous open closed clean dirty black white
red blue green yellow golden gold silver pink grey gray brave lucky wise evil honest mean

thing things stuff way ways place places world life lives love loves loved hate hates hated death home
house room rooms door window street road city town village country island beach sea ocean river lake water
fire ice snow rain storm wind sun moon sky heaven hell earth space planet forest woods mountain mountains
garden farm school college university class work job office business money game games party wedding
holiday holidays vacation trip travel journey ride drive driving run running walk car cars train plane
ship boat bus food dinner lunch breakfast drink coffee chocolate book books letter letters phone number
numbers name names word words line lines question answer reason problem trouble case secret secrets lie
lies truth news history memory memories dream dreams nightmare hope fear anger pride joy luck chance fate
change fight fighting battle attack escape chase hunt race sport sports football baseball basketball
boxing dance dancing sing singing kiss heart hearts hand hands head face eye eyes body blood bone bones
mind soul spirit ghost ghosts god angel angels devil monster monsters witch dog dogs cat cats horse horses
bird birds fish animal animals shark sharks snake rat wolf tiger lion bear power force magic machine
computer robot robots gun guns knife bomb police prison law justice murder drug drugs sex gift box bag
paper ring mask hat dress shoes bed table wall bridge tower castle church hospital hotel bar club store
shop bank court market station border edge side top bottom front back inside outside middle north south
east west left center heat speed rush signs sign signal fury gravity proof trust doubt faith shame guilt
freedom peace order piece bit lot lots half pair group set rest rock rule rules test point level step turn
match call stop wait stay leave live living die dying kill killing help hold catch win won lose find shown
hear heard speak talk talking ask asked believe remember forget forgot try tried trying use used working
bring brought buy send meet meeting met read reading write writing hurt break broken cut hit burn wake
sleep sleeping eat eating spend sit stand shake fly flying jump push pull pass pay save saved saving add
added delete remove removed finish finished enjoy enjoyed laugh cry think surprise surprised excited tired
sick ready sure able possible likely certain clear close near far away ahead behind above below around
everywhere enough almost probably definitely absolutely totally completely especially usually exactly
simply zero two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
seventy eighty ninety hundred thousand million billion nineties eighties seventies sixties fifties dozen
third fourth fifth

abroad accepted admission adore air alien aliens alliance allied apollo arena army arrival avatar awake
awakening babysitting bait ballerina bandit bandits barbecue barbershop barefoot basic basket battleship
bay bean beasts beetle beginners bell birth blade blank blast blended blind blonde blossom blow blues bolt
boots bottoms bounce bound bow brain brains brand breach breakdown breathless brick bug bull bullet
bulletproof buried burning burnt cabin cage cake camp campaign cancer candle candy captain card cards
carnage cash cashback cave cell challengers champion champions changing chaos charlie chaser chips
chronicle circle circus cleaner clerks click client climax clockwork closer closet cloud cloudy clown clue
coach coast cocktail collapse collateral collection collector colony color colors colossal colours comet
comrade confession confessions connection conspiracy constant contact contempt contract control
conversation conviction cookie copy core cost count countdown courage cover coward cradle craft crank
crash cream creation creature creatures creek creep criminal critical critters cross crossroads crow cruel
cruise crystal cube culture curious curse cursed custody daisy damage damaged damn dare darling dash dawn
daylight daytime deadline deaf deal dealer debt deceit defender defiance deliver delivery demolition demon
demons den departed descent desert desire desperate destiny destroyer detour diabolical diamond diamonds
diary dilemma disaster disconnect discovery disease district dive divide divine divorce doll dolls dolphin
donkey dope double downfall draft drag dragon dragonfly dreamers dressed driven drop dust duty eagle
easter eclipse egg electric elements elephant elf elite embrace emerald emotion emperor empire enchanted
encounter enemy engine enter envy equal equals erased error eternal exam exile exit exodus experiment
expert explorers explosion express extract extraction extreme fable factory faculty fairy faithful falcon
fallen farewell fat fatal fault favor fearless feast feather female fences fever fiction field filth
firefly firm flag flame flash flesh flight float flood flower flowers focus fog following fool foolish
forbidden forever forgotten formula fortress fortune foundation fountain fox fracture fragile frame freak
freaks frog frozen fugitive funeral gallery gamble gambler gangster garfield gas gate gentleman getaway
ghosted giant gifted glass glory glow goal goat goodbye grace graduate grain grand grave grease greed grid
grief grip grow grudge grunge guardian guilty gym hackers hair hairspray hammer handle happen happiness
harmony harvest haunt haunted hawk headache heartbreak height heir hill hitch hole holes homeless homesick
honey honor hood hook hop horizon horns hostage hostel hostile hug hunger hunted hunter hunting hush
hustle hysteria icon ideal idiot ignorance illusion immigrant immortal impact impossible incident
independent infamous infected infinite influence inner innocence innocent insect insider inspector instant
instinct intern internal international internship interview invincible invisible invitation iron isolation
ivory jackal jacket jail jaw jazz jealous jerk jewel jobs joke joker juice jumper jungle junior jury key
kicking killers kingdom knight knights knock knowing label labyrinth land laundry leader leaf leap
learning legacy legend legends legion leopard lesson lessons liar liberty license lightning limit
limitless lipstick liquid loaded lobster local lock locked lockout loneliness lonely lookout loop loving
loyal lucid lunchbox magical magnolia maid mail majestic male malice manhattan manual map marine mark
marked marriage mars martial mass master mate matrix mayor maze meat mechanic medicine melancholia memento
memoir menu mercy merry mess messenger metal metro midway milk minimal miracle mirror mirrors misery
misfits missile missing mission mist mix model monkey monsoon moonlight motel mouse mouth mud muse mustang
mutant myth nails naked narrow nation native natural nature navy neck needle negotiate nerve nervous nest
net network neutral noise nope notebook notice notorious numb nurse oath oblivion obsession offline oil
opera operation orange orphan others outbreak outlaw outsider outsiders overboard owl oxygen pacific pact
pain pan panic panther parade paradise parasite park passenger passengers passion passport path patience
patriot pawn payback peak pearl peasants penguin perfume phantom phenomenon phoenix photo piano pilot
pirate pistol pit pitch pixels plague plan planes plastic platform playground pleasure pledge pocket poet
poetry poison polar pope porcelain port portrait possessed possession post potion powder prank prayer
preacher precious predator prestige prey priceless priest prime prisoner prisoners privilege probe
producer producers profile project promise prophet proposal protector protest proud psychic psycho public
pulse punch puppet puppets pure purge purple quarantine queer quest quills rabbit radio rage raid railroad
rainbow raise rampage range ransom rapture raven raw reader reality realm rebel rebels reborn reckless
recoil record recovery recruit redemption reef reflection refuge regression regret relative relax relic
remains remedy rental replay rescue restless retired return reunion revenge reverse revolution revolver
riddle rifle rings riot ripped rise risen risk rite ritual rival roadkill roar robbery robe rocker rogue
rolling roommate root rope rose rotten rough round rounders route royal rubber ruins runaway rust
sacrifice sail sailor saint sale salesman salt salvation samurai sand savage savages scandal scanner scar
scarecrow scent scoop scout scream search searchers searching seat secretary seed sender sentence separate
sequence serenity servant service session settle settlers seventh shade shadow shadows shaft shallow shape
shattered shed sheep shelter sheriff shield shift shine shining shooter shot shower shrink shutter sibling
siblings siege sight silence silent silk singer single singles sinister sinner sins sir sitter sixteen
skeleton ski skin skyline slave sleeper sleepers slice slide slim smash smile smoke smugglers snatch
sniper snitch soap social society solace sold soldiers solo soloist sorrow sour spare spark spartan
species spectacular speechless spell sphere sphinx spin spine spiral splash splice split spoiler spoilers
sponge spotlight spread stable stage stain stairs stalker stampede standing static statue stealth steam
steel stepmother sting stolen stone storage storks stranded stressed stretch strike string stripes stung
stunt submarine substance subway sugar suicide suit sunrise sunset sunshine super superman survival
survive survivor suspect swamp swan sweat swim swimmer swingers switch sword symphony syndrome system tail
takers talent tangerine tangled tank tape target taste tattoo tax taxi tears teeth temptation tenant
terminal terrified terror texas theory therapy thin thirst thirsty throne thunder ticket ticking tide tie
tight tights timeline tin titanic toast tomb tomboy tongue tool torch torn torture touch tough tourist toy
toys trace trade tradition traffic trail training traitor trance transfer transit trap trash traveler
traveller treasure trial triangle tribe tribute trick tricky trigger trolls trooper troy truck trumpet
tube tunnel turbo turtle twilight twin twins twister ugly ultimate unborn unbreakable uncanny uncut
underground understand undisputed unfair unfaithful unforgiven unfriended unicorn uninvited unique united
universe unseen unstoppable upgrade urban vacancy valley vampire vampires vanilla vanishing vanity vault
vegan velvet vendetta venom verdict vertigo vessel veteran vice victim victory virgin virus vision visit
visitor voices void volcano vow voyage vulture wagon waitress walker ward warehouse warning warrior
warriors wasp waste wave wax weapon weather web whale wheel whiskey whisper whistle wicked widow widows
wilderness wildlife willow wine wings winning wire wish witches witness wizard wolves wonder woodland
worker worlds worm worry worth wounded wrap wrath wreck wrestler yacht yard yoga youth zodiac zombie zone
zoo

africa alabama alaska america angeles argentina arizona asia australia berlin boston brazil brooklyn
california casablanca chicago china dallas denmark detroit dublin egypt england europe france francisco
germany greece havana hawaii india iran ireland israel istanbul italy japan kansas korea london madrid
manhattan mexico miami moscow munich nashville nebraska norway oklahoma paris philadelphia poland rio rome
russia scotland spain sweden texas tokyo vegas venice vienna york

waiting thinking brain confusing dragons serial watching sounds guess hoping heard recently

una uno el la los las de del que en un y con por para mas pelicula peliculas algo como buena bueno noche
vida amor casa le les des du et est une avec pour pas plus qui dans sur bien vie nuit comme der das ein
eine und ist mit fur nicht ich wie gut etwas leben liebe haus nacht il lo gli e di che non

su sus mi mis tu tus me te se nos le les lo al ya muy mas menos sin sobre entre hasta desde cuando donde quien
porque este esta esto estos estas ese esa eso aquel ser es son fue era ver visto tengo tiene quiero quieres
dame ponme busco algun alguna algunas alguno algunos todo toda todos todas nada nadie otra otro otras cual
je tu il elle nous vous ils ce cet cette ces mon ma mes ton ta tes son sa ses au aux du ou mais donc ne
rien tout toute tous toutes moi toi lui leur quel quelle quels quelles quoi film films cherche voudrais veux
es wir ihr sie du mir mich dir dich dem den des einen einem einer eines kein keine keinen dieser diese dieses
diesen diesem jener welche welcher welches welchen was wer wo wann warum auch noch nur schon sehr aber oder
doch bitte habe hast hat haben bin bist sind war waren wird werden kann kannst konnen mochte will wollen
gerade
gern gerne mal zeig filme uber unter nach vor bei aus vom zum zur sein seine mein meine meinen deine deiner
i un uno ho hai ha sono sei siamo mi ti ci vi ne del della dello dei degli delle nel nella nei sul sulla con
per tra fra ma anche piu meno senza niente nulla qualcosa qualche quale quali questo questa questi queste
quello quella vorrei voglio cerco dammi cosa chi dove quando perche come ancora gia molto poco tutto tutta
tutti tutte um uma uns umas ao aos na nas no nos da das dos em com sem para pra por pelo pela mais menos
muito pouco eu ele ela voce voces meu minha meus minhas seu sua isso isto esse essa este esta nao sim quero
quer algum alguma alguns algumas tudo nada outro outra qual quais quem onde filme filmes ja ainda tambem
longest shortest ever sorry oops tho
""".split()
)
"""Everyday words: time, people, films and talk of them, judgements, things and doings, places, and a few
words of neighbouring languages. A title of these alone needs a sign that it is one."""

EVERYDAY = frozenset(
    " ".join(phrase.split())
    for phrase in """
about time | after dark | after hours | all is lost | anything else | best of me | date movie | date night
| disaster movie | due date | epic movie | get out | good morning | good night | home alone |
how do you know | i love you man | in time | last night | let me in | life as we know it | movie | next |
next friday | night before | no strings attached | no way out | once upon a time | one day | other guys |
other woman | others | out of time | remember me | right now | say anything | scary movie |
superhero movie | sure thing | two night stand | watch | what if | what women want | yes man | you again
""".split("|")
)
"""Titles, folded and without leading article, that are also said without a thought of the film."""
