// Buttons below a reply. Props: `choices`, made by adapters/web/cards.py. A choice is sent as a message whose
// command is the button's code.
import { useState } from 'react';

import { useChatData } from '@chainlit/react-client';

const Choices = (window.cineChoices ??= function Choices({ choices, chosen, choose }) {
  const { loading, connected } = useChatData();
  const [pressed, setPressed] = useState(chosen);
  const resting = loading || !connected || pressed !== undefined;
  return (
    <div className="cine-choices" role="group" aria-label="Your choice">
      {choices.map(({ id, label }) => (
        <button key={id} type="button" aria-disabled={resting} aria-pressed={pressed === id}
          onClick={() => { if (!resting) { setPressed(id); choose(id, label); } }}>
          {label}
        </button>
      ))}
    </div>
  );
});

const choose = (id, label) => {
  updateElement({ ...props, chosen: id });
  sendUserMessage(label, id);
};

export default <Choices choices={props.choices ?? []} chosen={props.chosen} choose={choose} />;
