import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** How a song lies on the screen. */
export type Scale = {
  /** Pixels that a second takes. */
  pixels: number;
  /** Pixels of the whole song. */
  width: number;
  zoom: number;
  canZoomIn: boolean;
  canZoomOut: boolean;
  /** Makes the song longer or shorter on the screen, around the playhead or around a place of the view. */
  zoomBy: (factor: number, clientX?: number) => void;
};

/** On a phone the playhead stands still in the middle and the song moves under it. */
const phone = '(max-width: 760px)';
const mostPixels = 160;
/** Seconds that a phone shows at first. */
const phoneSeconds = 24;

/** The scale of a timeline in `scroller`: zoomed by buttons, by ctrl+wheel and by two fingers. */
export function useTimelineScale(
  scroller: RefObject<HTMLElement | null>,
  duration: number,
  time: () => number,
): Scale & { isPhone: boolean } {
  const [room, setRoom] = useState(1240);
  const [isPhone, setPhone] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const anchor = useRef<{ time: number; x: number }>(undefined);
  const most = Math.max(1, (mostPixels * duration) / room);
  const zoom = Math.min(most, chosen ?? (isPhone ? Math.max(1, duration / phoneSeconds) : 1));
  const width = Math.max(1, room * zoom);
  const pixels = width / Math.max(duration, 0.001);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const query = matchMedia(phone);
    const measure = () => {
      setPhone(query.matches);
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      const inside = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      setRoom(Math.max(200, query.matches ? innerWidth - 40 : inside));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  const zoomBy = (factor: number, clientX?: number) => {
    const element = scroller.current;
    if (element) {
      const box = element.getBoundingClientRect();
      const head = time() * pixels - element.scrollLeft;
      const isHeadSeen = head >= 0 && head <= box.width;
      const x = isPhone ? 0 : clientX === undefined ? (isHeadSeen ? head : box.width / 2) : clientX - box.left;
      anchor.current = { time: isPhone ? time() : (element.scrollLeft + x) / pixels, x };
    }
    setChosen(Math.min(most, Math.max(1, zoom * factor)));
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && anchor.current) element.scrollTo({ left: anchor.current.time * pixels - anchor.current.x });
    anchor.current = undefined;
  }, [pixels, scroller]);

  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomBy(Math.exp(-event.deltaY / 240), event.clientX);
  });
  const spread = useRef(0);
  const pinch = useEffectEvent((event: TouchEvent) => {
    const [one, two] = [event.touches[0], event.touches[1]];
    if (!one || !two) {
      spread.current = 0;
      return;
    }
    event.preventDefault();
    const distance = Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY);
    if (spread.current > 0) zoomBy(distance / spread.current, (one.clientX + two.clientX) / 2);
    spread.current = distance;
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // React listens passively to these, and a passive listener can't keep the page from zooming.
    const [onWheel, onTouch] = [(event: WheelEvent) => turn(event), (event: TouchEvent) => pinch(event)];
    element.addEventListener('wheel', onWheel, { passive: false });
    for (const name of ['touchstart', 'touchmove', 'touchend'] as const)
      element.addEventListener(name, onTouch, { passive: false });
    return () => {
      element.removeEventListener('wheel', onWheel);
      for (const name of ['touchstart', 'touchmove', 'touchend'] as const) element.removeEventListener(name, onTouch);
    };
  }, [scroller]);

  return { pixels, width, zoom, canZoomIn: zoom < most * 0.99, canZoomOut: zoom > 1.01, zoomBy, isPhone };
}
