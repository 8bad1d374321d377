import type { Canvas } from '@napi-rs/canvas';

/** A rectangle in pixels of a layer's canvas. */
export type Area = { x: number; y: number; width: number; height: number };

/** Something that falls or drifts. Positions are fractions of the canvas; speeds are fractions of its height a second. */
export type Particle = {
  x: number;
  y: number;
  /** Radius in pixels of the canvas. */
  size: number;
  /** Downwards positive. */
  speed: number;
  /** Sideways drift, fraction of the width a second. */
  drift: number;
  /** Start of its own sway, radians. */
  phase: number;
  /** 0 to 1. */
  opacity: number;
};

/** A patch that replaces part of a layer for a moment. */
export type Patch = { canvas: Canvas; x: number; y: number };

/**
 * One depth layer of a picture, as large as the frame plus its overscan, with alpha. Draw them in array order at the same
 * place and you have the still; move each by its depth and you have parallax. All positions are pixels of `canvas`.
 */
export type Layer = {
  name: string;
  /** 1: at the horizon, hardly moves; 0: right before the viewer, moves most. */
  depth: number;
  canvas: Canvas;
  /** The frame within the canvas: what a still shows. */
  frame: Area;
  /** Sways in the wind: sheared around `anchorY` by up to `amount` pixels at the far end. `seconds` a sway. */
  sway?: { anchorY: number; amount: number; seconds: number };
  /** Stars that may twinkle; they are drawn on the canvas, a glint goes on top. */
  stars?: { x: number; y: number; r: number; colour: string; phase: number }[];
  /** What falls or drifts before this layer. Not on the canvas: `drawParticles` draws it for a moment in time. */
  particles?: {
    kind: 'snow' | 'rain' | 'leaves' | 'petals' | 'fireflies' | 'dust' | 'bubbles';
    colour: string;
    items: Particle[];
  };
  /** Lights on this layer; `flame` flickers, `steady` breathes a little. */
  lights?: { x: number; y: number; radius: number; colour: string; strength: number; kind: 'flame' | 'steady' }[];
  /** Water whose reflections may shimmer. */
  water?: Area;
  /** Eyes of awake characters. */
  eyes?: { character: string; x: number; y: number; r: number }[];
  /** Does not move with the camera: the edge of the page. */
  fixed?: boolean;
  /** Draws the same eyes shut: what to lay over the layer during a blink. Costs about as much as the layer; call it once. */
  blink?: () => Patch[];
};
