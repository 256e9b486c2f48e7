// The films of a reply. Props: `cards`, and `taste` of a search by look, made by adapters/web/cards.py.
// Chainlit compiles this file anew whenever it draws; the components are kept on `window`, so that React
// knows them again and what the visitor is doing (stars half set, a poster loaded) is not lost.
import { Ban, Bookmark, Eye } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';

import { useChatData } from '@chainlit/react-client';

const once = (name, make) => (window[`cine${name}`] ??= make());

// What a press will have done, shown before the server says so; the rules are memory/library.py's.
const EXPECTED = {
  rate: (stars) => ({ rating: stars, seen: true, saved: false, disliked: false }),
  seen: () => ({ seen: true, saved: false }),
  unseen: () => ({ seen: false, rating: null }),
  save: () => ({ saved: true, disliked: false }),
  unsave: () => ({ saved: false }),
  nope: () => ({ disliked: true, saved: false })
};

const HUES = {
  Action: 14,
  Adventure: 152,
  Animation: 196,
  Comedy: 42,
  Crime: 214,
  Documentary: 168,
  Drama: 262,
  Family: 96,
  Fantasy: 286,
  History: 30,
  Horror: 354,
  Music: 322,
  Mystery: 236,
  Romance: 342,
  'Science Fiction': 188,
  Thriller: 204,
  War: 72,
  Western: 24
};

function hashOf(text) {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
  return hash;
}

// The film's own colours, or those of films akin, from dark to pale; see recsys/looks/palette_cards.py.
function measuredPalette({ colours }) {
  const at = (share) => colours[Math.round(share * (colours.length - 1))];
  const mixed = (colour, other, percent) => `color-mix(in srgb, ${colour} ${percent}%, ${other})`;
  return {
    deep: mixed(at(0), 'black', 45),
    base: mixed(at(0.3), 'black', 60),
    mid: mixed(at(0.5), 'black', 80),
    accent: mixed(at(0.8), 'white', 75),
    pale: mixed(at(1), 'white', 30)
  };
}

function paletteOf({ id, genres, stand_in: measured }) {
  if (measured?.colours.length) return measuredPalette(measured);
  const hash = hashOf(id);
  const hue = (HUES[genres[0]] ?? hash % 360) + (hash % 45) - 22;
  const second = genres[1] in HUES ? HUES[genres[1]] : hue + 150 + (hash % 60);
  return {
    deep: `hsl(${hue} 42% 13%)`,
    base: `hsl(${hue} 44% 25%)`,
    mid: `hsl(${hue} 46% 40%)`,
    accent: `hsl(${second} 72% 62%)`,
    pale: `hsl(${second} 55% 90%)`
  };
}

// One motif for each family of genres, on a 200 × 300 ground; `r(n)` is a number below n, fixed by the film.
const MOTIFS = {
  blinds: (p, r) => (
    <g transform={`rotate(${-24 + r(12)} 100 150)`}>
      {[...Array(11).keys()].map((i) => (
        <rect key={i} x={-80} y={-50 + i * 34} width={360} height={9 + ((i * 5 + r(9)) % 13)} fill={p.mid} opacity={0.25 + i * 0.05} />
      ))}
      <rect x={-80} y={86 + r(30)} width={360} height={4} fill={p.accent} />
    </g>
  ),
  orbits: (p, r) => (
    <g fill="none" stroke={p.mid}>
      {[34, 58, 86, 120, 160].map((size, i) => (
        <ellipse key={size} cx={104 + r(20)} cy={108} rx={size} ry={size * (0.42 + r(20) / 60)} opacity={0.95 - i * 0.13}
          transform={`rotate(${-28 + r(16)} 110 108)`} />
      ))}
      <circle cx={104 + r(20)} cy={108} r={19 + r(8)} fill={p.accent} stroke="none" />
      <circle cx={40 + r(120)} cy={40 + r(30)} r={3.5} fill={p.pale} stroke="none" />
      <circle cx={150 + r(30)} cy={150 + r(30)} r={5} fill={p.pale} stroke="none" />
    </g>
  ),
  pair: (p, r) => (
    <g>
      <circle cx={76 + r(10)} cy={110} r={50} fill={p.mid} />
      <circle cx={124 - r(10)} cy={122 + r(14)} r={50} fill={p.accent} opacity={0.72} />
    </g>
  ),
  sunset: (p, r) => (
    <g>
      <circle cx={60 + r(80)} cy={112 + r(20)} r={40 + r(10)} fill={p.accent} />
      <path d={`M0 ${168 + r(14)} Q60 ${126 + r(24)} 120 ${164 + r(14)} T200 ${150 + r(20)} V300 H0 Z`} fill={p.mid} />
      <path d={`M0 ${200 + r(10)} Q70 ${172 + r(20)} 130 ${198 + r(10)} T200 ${186 + r(14)} V300 H0 Z`} fill={p.base} />
    </g>
  ),
  moon: (p, r) => (
    <g>
      <circle cx={130 - r(60)} cy={78 + r(16)} r={36} fill={p.pale} opacity={0.9} />
      <circle cx={144 - r(60)} cy={70 + r(16)} r={34} fill={p.base} />
      {[...Array(7).keys()].map((i) => (
        <path key={i} d={`M${8 + i * 30 + r(14)} 300 L${16 + i * 29 + r(8)} ${96 + ((i * 37 + r(40)) % 80)} l7 0 L${26 + i * 30} 300 Z`}
          fill={i % 3 ? p.deep : p.mid} opacity={0.75} />
      ))}
    </g>
  ),
  confetti: (p, r) => (
    <g>
      {[...Array(16).keys()].map((i) => {
        const x = 14 + ((i * 61 + r(40)) % 172);
        const y = 16 + ((i * 43 + r(60)) % 168);
        const size = 6 + ((i * 7 + r(9)) % 15);
        const fill = [p.accent, p.mid, p.pale][i % 3];
        return i % 2 ? (
          <path key={i} d={`M${x - size} ${y} a${size} ${size} 0 0 1 ${2 * size} 0 Z`} fill={fill} transform={`rotate(${(i * 47) % 360} ${x} ${y})`} />
        ) : (
          <circle key={i} cx={x} cy={y} r={size * 0.6} fill={fill} />
        );
      })}
    </g>
  ),
  rays: (p, r) => (
    <g>
      {[...Array(14).keys()].map((i) => (
        <path key={i} d="M0 0 L-9 -330 L9 -330 Z" fill={i % 2 ? p.mid : p.accent} opacity={i % 2 ? 0.9 : 0.42}
          transform={`translate(${96 + r(10)} ${196 - r(30)}) rotate(${i * 25.7 + r(25)})`} />
      ))}
      <circle cx={96 + r(10)} cy={196 - r(30)} r={22} fill={p.pale} />
    </g>
  ),
  waves: (p, r) => (
    <g>
      {[...Array(15).keys()].map((i) => {
        const height = 24 + ((i * i * 17 + r(90)) % 120);
        return <rect key={i} x={10 + i * 12.3} y={120 - height / 2} width={6} height={height} rx={3} fill={i % 4 ? p.mid : p.accent} />;
      })}
    </g>
  ),
  spotlight: (p, r) => (
    <g>
      <path d={`M${60 + r(80)} -10 L${10 + r(30)} 182 L${150 + r(40)} 182 Z`} fill={p.mid} opacity={0.6} />
      <ellipse cx={92 + r(20)} cy={180} rx={78} ry={16} fill={p.accent} opacity={0.9} />
      <circle cx={92 + r(20)} cy={131} r={10} fill={p.deep} />
      <path d={`M${79 + r(20)} 181 q0 -36 13 -36 t13 36 Z`} fill={p.deep} />
    </g>
  )
};

const MOTIFS_OF = {
  Action: ['rays'], Adventure: ['sunset', 'rays'], Animation: ['confetti'], Comedy: ['confetti', 'pair'],
  Crime: ['blinds', 'moon'], Documentary: ['sunset', 'waves'], Drama: ['spotlight', 'pair'], Family: ['confetti', 'sunset'],
  Fantasy: ['moon', 'orbits'], History: ['sunset', 'spotlight'], Horror: ['moon'], Music: ['waves'], Mystery: ['moon', 'blinds'],
  Romance: ['pair'], 'Science Fiction': ['orbits'], Thriller: ['blinds', 'spotlight'], War: ['rays', 'sunset'],
  Western: ['sunset']
};

const OWN = 'Drawn in the colours of its poster';
const AKIN = 'No picture of it was measured here: drawn in the colours of a film akin';

// Stands in for a poster: the title set on a ground drawn from the film's genres, in its colours.
function DrawnPoster({ card }) {
  const palette = paletteOf(card);
  const hash = hashOf(card.id);
  const fitting = card.genres.slice(0, 2).flatMap((genre) => MOTIFS_OF[genre] ?? []);
  const motif = MOTIFS[fitting[hash % fitting.length] ?? 'spotlight'];
  const longest = Math.max(...card.title.split(/[\s-]/).map((word) => word.length));
  const most = card.title.length > 26 ? 10 : card.title.length > 14 ? 12.5 : 15.5;
  const size = Math.min(most, 125 / longest); // percent of the poster's width
  return (
    <div className="cine-drawn" aria-hidden="true" title={card.stand_in ? (card.stand_in.own ? OWN : AKIN) : undefined} style={{ background: `linear-gradient(170deg, ${palette.base}, ${palette.deep} 80%)` }}>
      <svg viewBox="0 0 200 300" preserveAspectRatio="xMidYMid slice">
        {motif(palette, (n) => hash % n)}
        <rect width="200" height="300" fill={`url(#shade-${card.id})`} />
        <defs>
          <linearGradient id={`shade-${card.id}`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0.42" stopColor={palette.deep} stopOpacity="0" />
            <stop offset="0.78" stopColor={palette.deep} stopOpacity="0.94" />
          </linearGradient>
        </defs>
      </svg>
      <div className="cine-drawn-words" style={{ color: palette.pale }}>
        <span className="cine-drawn-title" style={{ fontSize: `${size}cqi` }}>{card.title}</span>
        <span className="cine-drawn-foot" style={{ color: palette.accent }}>{card.directors[0] ?? card.year}</span>
      </div>
    </div>
  );
}

const Poster = once('Poster', () => function Poster({ card, number }) {
  const [loaded, setLoaded] = useState(false);
  const [broken, setBroken] = useState(false);
  return (
    <div className="cine-poster">
      {loaded ? null : <DrawnPoster card={card} />}
      {card.poster && !broken ? (
        <img src={card.poster} alt={`Poster of ${card.title}`} decoding="async" referrerPolicy="no-referrer"
          className={loaded ? 'cine-loaded' : ''} onLoad={() => setLoaded(true)} onError={() => setBroken(true)} />
      ) : null}
      {number ? <span className="cine-number" aria-hidden="true">{number}</span> : null}
      {card.predicted ? (
        <span className="cine-predicted"
          title={card.for_them ? 'The stars we think you would give it' : 'The stars that audiences give it'}>
          {card.for_them ? <span className="cine-for">for you</span> : null} ★ {card.predicted.toFixed(1)}
        </span>
      ) : null}
    </div>
  );
});

const Stars = once('Stars', () => function Stars({ card, value, onRate }) {
  const [preview, setPreview] = useState(null);
  const timer = useRef();
  const shown = preview ?? value ?? 0;

  const pointed = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    return Math.min(5, Math.max(0.5, Math.ceil(((event.clientX - box.left) / box.width) * 10) / 2));
  };
  const settle = (stars) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setPreview(null);
    if (stars && stars !== value) onRate(stars);
  };
  const keyed = (event) => {
    const from = preview ?? value ?? 0;
    const next = {
      ArrowRight: from + 0.5, ArrowUp: from + 0.5, ArrowLeft: from - 0.5, ArrowDown: from - 0.5, Home: 0.5, End: 5
    }[event.key];
    if (event.key === 'Enter' || event.key === ' ') settle(preview);
    else if (event.key === 'Escape') settle(null);
    else if (next === undefined) return;
    else {
      const stars = Math.min(5, Math.max(0.5, next));
      setPreview(stars);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => settle(stars), 900); // so that each arrow key is not a rating of its own
    }
    event.preventDefault();
  };

  return (
    <div className={`cine-stars ${value ? 'cine-rated' : ''}`} role="slider" tabIndex={0}
      aria-label={`Your stars for ${card.title}`} aria-valuemin={0} aria-valuemax={5} aria-valuenow={shown}
      aria-valuetext={shown ? `${shown} of 5 stars` : 'not rated'} title={shown ? `${shown} of 5` : 'Rate it, half stars too'}
      onKeyDown={keyed} onBlur={() => timer.current && settle(preview)}
      onPointerMove={(event) => setPreview(pointed(event))} onPointerLeave={() => timer.current || setPreview(null)}
      onPointerCancel={() => setPreview(null)} onPointerUp={(event) => settle(pointed(event))}>
      <span className="cine-stars-all" aria-hidden="true">★★★★★</span>
      <span className="cine-stars-given" aria-hidden="true" style={{ width: `${shown * 20}%` }}>★★★★★</span>
    </div>
  );
});

function Parts({ parts }) {
  if (!parts.length) return null;
  const words = parts.map((part) => `${part.label} ${Math.round(part.percent)}%`).join('\n');
  return (
    <div className="cine-parts" role="img" tabIndex={0} data-words={`What spoke for it\n${words}`}
      aria-label={`What spoke for it: ${words.replaceAll('\n', ', ')}`}>
      {parts.map((part) => (
        <span key={part.signal} className={`cine-part cine-${part.signal}`} style={{ flexGrow: part.percent }} />
      ))}
    </div>
  );
}

// The colours of the picture by which a film was found.
function Palette({ colours }) {
  const words = colours.map(({ name, percent }) => `${name} ${percent}%`).join(', ');
  return (
    <div className="cine-palette" role="img" aria-label={`Its colours: ${words}`} title={`Its colours: ${words}`}>
      {colours.map(({ colour, percent }) => <span key={colour} style={{ background: colour, flexGrow: percent }} />)}
    </div>
  );
}

// A button that rests keeps the keyboard's focus, which a disabled one would lose.
function Press({ resting, onPress, children, ...rest }) {
  return (
    <button type="button" aria-disabled={resting} onClick={() => resting || onPress()} {...rest}>
      {children}
    </button>
  );
}

function Toggle({ on, icon: Icon, label, undo, onPress }) {
  return (
    <Press resting={on && !undo} className="cine-toggle" aria-pressed={on} aria-label={label}
      title={on && undo ? undo : label} onPress={onPress}>
      <Icon size={16} fill={on && Icon === Bookmark ? 'currentColor' : 'none'} aria-hidden="true" />
      <span>{label}</span>
    </Press>
  );
}

const Card = once('Card', () => function Card({ card, number, act, say }) {
  const { loading, connected } = useChatData();
  const [mark, setMark] = useState(card.mark);
  const known = useRef(card.mark); // what the server last said
  const line = useRef(Promise.resolve()); // presses go one after the other
  const waiting = useRef(0);
  const label = `${card.title} (${card.year})`;

  useEffect(() => {
    const learn = (fresh) => {
      known.current = fresh;
      if (!waiting.current) setMark(fresh);
    };
    const heard = (event) => event.detail.id === card.id && learn(event.detail.mark);
    learn(card.mark);
    window.addEventListener('cine-mark', heard); // the same film may be on several cards
    return () => window.removeEventListener('cine-mark', heard);
  }, [card]);

  const press = (verb, words, stars) => {
    const code = [verb, card.id, stars].filter(Boolean).join(':');
    setMark((now) => ({ ...now, ...EXPECTED[verb](stars) }));
    waiting.current += 1;
    line.current = line.current.then(async () => {
      let answer = {};
      try {
        answer = (await act({ name: 'press', payload: { code, label: `${words}: ${label}` } })).response;
      } catch {
        // Chainlit has said what went wrong.
      }
      waiting.current -= 1;
      if (answer.said) (answer.mark ? toast.success : toast.error)(answer.said);
      const detail = { id: card.id, mark: answer.mark ?? known.current };
      window.dispatchEvent(new CustomEvent('cine-mark', { detail }));
    });
  };

  const facts = [card.year, card.runtime && `${card.runtime} min`, card.language].filter(Boolean);
  return (
    <li className={`cine-card ${mark.disliked ? 'cine-disliked' : ''}`} data-film={card.id}>
      <Poster card={card} number={number} />
      <div className="cine-head">
        <h3 title={card.original_title ?? undefined}>{card.title}</h3>
        <p>{facts.join(' · ')}</p>
      </div>
      <p className="cine-made">
        {card.directors.length ? <b>{card.directors.slice(0, 2).join(', ')}</b> : null}
        <span>{card.genres.slice(0, 3).join(', ')}</span>
      </p>
      {card.reason ? <p className="cine-reason">{card.reason}</p> : null}
      {card.palette?.length ? <Palette colours={card.palette} /> : <Parts parts={card.parts} />}
      <Stars card={card} value={mark.rating} onRate={(stars) => press('rate', `${stars} stars`, stars)} />
      <div className="cine-toggles" role="group" aria-label={label}>
        <Toggle on={mark.seen} icon={Eye} label="Seen" undo="Not seen after all"
          onPress={() => (mark.seen ? press('unseen', 'Not seen') : press('seen', 'Seen'))} />
        <Toggle on={mark.saved} icon={Bookmark} label="Save" undo="Take off your watchlist"
          onPress={() => (mark.saved ? press('unsave', 'Take off the watchlist') : press('save', 'Save'))} />
        <Toggle on={mark.disliked} icon={Ban} label="Not for me" onPress={() => press('nope', 'Not for me')} />
      </div>
      <div className="cine-asks">
        <Press resting={loading || !connected} onPress={() => say(`More like ${label}`, `more:${card.id}`)}>
          More like this
        </Press>
        <Press resting={loading || !connected} aria-label={`Why ${card.title}?`}
          onPress={() => say(`Why ${label}?`, `why:${card.id}`)}>
          Why?
        </Press>
      </div>
    </li>
  );
});

// From the look alone to the visitor's taste alone; asks again when it is let go.
const Blend = once('Blend', () => function Blend({ taste, say }) {
  const { loading, connected } = useChatData();
  const [value, setValue] = useState(taste);
  const asked = useRef(taste);
  const resting = loading || !connected;
  const words = (percent) => (percent === 0 ? 'The look alone' : percent === 100 ? 'My taste alone' : `${percent}% my taste`);
  const settle = () => {
    if (resting || value === asked.current) return;
    asked.current = value;
    say(words(value), `blend:${value}`);
  };
  return (
    <label className="cine-blend">
      <span>The look</span>
      <input type="range" min="0" max="100" step="10" value={value} disabled={resting}
        aria-label="From the look to my taste" aria-valuetext={words(value)}
        onChange={(event) => setValue(Number(event.target.value))} onPointerUp={settle} onKeyUp={settle} onBlur={settle} />
      <span>My taste</span>
    </label>
  );
});

const FilmCards = once('FilmCards', () => function FilmCards({ cards, taste, act, say }) {
  return (
    <div className="cine-films">
      {taste === null || taste === undefined ? null : <Blend taste={taste} say={say} />}
      <ol className="cine-cards" aria-label={`${cards.length} ${cards.length === 1 ? 'film' : 'films'}`}>
        {cards.map((card, index) => (
          <Card key={card.id} card={card} number={cards.length > 1 ? index + 1 : null} act={act} say={say} />
        ))}
      </ol>
    </div>
  );
});

export default <FilmCards cards={props.cards ?? []} taste={props.taste} act={callAction} say={sendUserMessage} />;
