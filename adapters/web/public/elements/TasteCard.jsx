// A taste drawn as a picture. Props: `image` (a data URL) and `title`, made by adapters/web/cards.py.
import { Download } from 'lucide-react';

const TasteCard = (window.cineTasteCard ??= function TasteCard({ image, title }) {
  return (
    <figure className="cine-taste">
      <img src={image} alt={title} width="1080" height="1350" />
      <figcaption>
        <a href={image} download={`${title}.jpg`} aria-label={`${title}, JPEG`}><Download size={16} aria-hidden />JPEG</a>
      </figcaption>
    </figure>
  );
});

export default <TasteCard image={props.image} title={props.title} />;
