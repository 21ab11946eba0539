/** What the nerve runs through and where it ends: brain, temporal bone, parotid, a face in profile and its glands. */
export function Surroundings() {
  return (
    <g fill="none" stroke="var(--fig-line)" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round">
      <path d="M96 14V100C84 104 70 92 52 96C30 100 12 88 12 66C12 34 44 6 96 14Z" fill="var(--fig-fill)" />
      <path
        d="M104 14V100C116 104 130 92 148 96C170 100 188 88 188 66C188 34 156 6 104 14Z"
        strokeOpacity="0.55"
      />
      <ellipse cx="100" cy="196" rx="76" ry="44" fill="var(--fig-fill)" />
      <path d="M100 8V250" strokeDasharray="2 6" strokeWidth="1.2" />
      <path
        d="M220 128C262 108 346 108 380 138C396 172 394 312 376 350C356 364 324 360 316 346C300 300 296 234 270 216C250 206 232 206 222 202C234 190 236 150 220 128Z"
        fill="var(--fig-fill)"
      />
      <path
        d="M244 360C280 352 300 374 302 398C304 430 276 448 250 438C228 428 222 372 244 360Z"
        fill="var(--fig-fill)"
      />
      <g stroke="var(--fig-ink)" strokeWidth="2.2">
        <path d="M190 286C124 276 84 312 79 350C78 362 82 368 79 378C72 396 56 410 51 421C49 429 60 432 67 433C66 441 58 445 58 450C58 455 68 457 72 458C63 461 58 467 62 473C66 477 71 480 69 488C67 502 80 514 102 514C134 512 164 506 194 486" />
        <path d="M72 458C80 460 90 459 98 455" strokeWidth="1.8" />
        <path d="M84 362C94 354 108 353 120 359" strokeWidth="3.6" />
        <path d="M114 385C104 375 95 374 88 377M112 387C104 391 96 392 90 391" strokeWidth="2.2" />
        <path d="M89 378C84 382 85 388 90 391" strokeWidth="1.4" />
        <ellipse cx="91.5" cy="384" rx="3" ry="6" fill="var(--fig-ink)" stroke="none" />
        <path d="M74 424C80 422 84 428 80 434" strokeWidth="1.6" />
      </g>
      <path
        d="M116 346C122 338 134 340 136 350C130 358 118 356 116 346Z"
        fill="var(--fig-paper)"
        stroke="var(--fig-third)"
      />
      <path
        d="M80 466C92 456 124 456 138 468C144 475 145 484 141 490C126 481 98 477 80 466Z"
        fill="var(--fig-paper)"
        stroke="var(--fig-third)"
      />
      <ellipse cx="176" cy="477" rx="14" ry="8" fill="var(--fig-paper)" stroke="var(--fig-third)" />
      <path
        d="M360 231C371 229 378 235 378 241C378 249 370 253 361 249C365 245 365 237 360 231Z"
        fill="var(--fig-paper)"
        stroke="var(--fig-lmn)"
      />
    </g>
  );
}

/** The names of what is drawn, on top of the lines. */
export function Labels() {
  return (
    <g
      fill="var(--fig-soft)"
      fontSize="13.5"
      stroke="var(--fig-paper)"
      strokeWidth="5"
      strokeLinejoin="round"
      className="figure-halo"
    >
      {LABELS.map(({ x, y, words, ...anchor }) => (
        <text key={`${words} ${y}`} x={x} y={y} {...anchor}>
          {words}
        </text>
      ))}
    </g>
  );
}

const MIDDLE = { textAnchor: 'middle' } as const;
/** On the tint of an organ, whose tint their rim takes. */
const INSIDE = { textAnchor: 'middle', stroke: 'var(--fig-fill)', strokeWidth: 3 } as const;
const END = { textAnchor: 'end' } as const;

const LABELS = [
  { x: 54, y: 34, words: 'opposite', ...INSIDE },
  { x: 54, y: 49, words: 'cortex', ...INSIDE },
  { x: 66, y: 222, words: 'pons', ...INSIDE },
  { x: 192, y: 172, words: 'angle', ...MIDDLE },
  { x: 252, y: 199, words: 'canal', ...INSIDE },
  { x: 302, y: 106, words: 'temporal bone', ...MIDDLE },
  { x: 302, y: 142, words: 'geniculate ganglion', ...INSIDE },
  { x: 206, y: 264, words: 'greater petrosal' },
  { x: 364, y: 224, words: 'stapedius', ...INSIDE },
  { x: 296, y: 316, words: 'chorda tympani', ...END },
  { x: 398, y: 376, words: 'stylomastoid', ...END },
  { x: 398, y: 392, words: 'foramen', ...END },
  { x: 258, y: 426, words: 'parotid', ...INSIDE },
  { x: 146, y: 350, words: 'tears' },
  { x: 112, y: 474, words: 'taste', ...INSIDE },
  { x: 176, y: 502, words: 'saliva', ...MIDDLE },
  { x: 398, y: 436, words: 'five branches:', ...END },
  { x: 398, y: 454, words: 'temporal', ...END },
  { x: 398, y: 470, words: 'zygomatic', ...END },
  { x: 398, y: 486, words: 'buccal', ...END },
  { x: 398, y: 502, words: 'mandibular', ...END },
  { x: 398, y: 518, words: 'cervical', ...END },
] as const;
