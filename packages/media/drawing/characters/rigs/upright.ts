import type { Figure } from '../figure.ts';
import { between, plus, rotated } from '../geometry.ts';
import { headwear } from '../headwear.ts';
import { type Hold, drawHeld, isHeldInOneHand } from '../hold.ts';
import { drawBackwear } from '../wardrobe/backwear.ts';
import { dressNeck } from '../wardrobe/torso.ts';
import { drawCurled } from './curled.ts';
import { drawLying } from './lying.ts';
import { layOut } from './upright-layout.ts';
import { drawArm, drawHand, drawLeg, drawTorso } from './upright-parts.ts';
import type { Arm, Posed, UprightSpec } from './upright-spec.ts';

/** Draws an upright body in the pose of its character. */
export function drawUpright(fig: Figure, spec: UprightSpec): void {
  const { pose } = fig.character;
  if (!spec.seat && pose === 'curl-up' && !spec.poses?.[pose])
    return spec.curled ? spec.curled() : drawCurled(fig, spec);
  if (!spec.seat && pose === 'lie') return spec.lying ? spec.lying() : drawLying(fig, spec);
  if (pose === 'sit' && spec.sitting) return spec.sitting();
  const posed = layOut(fig, spec);
  const { nod = 0, gaze } = posed.pose;
  const look = { ...fig.look, nod: clamp(fig.look.nod + nod), gaze: gaze ?? fig.look.gaze };
  const tilted: Figure = { ...fig, look };
  if (fig.away) drawFromBehind(tilted, spec, posed);
  else drawFromFront(tilted, spec, posed);
}

function drawFromFront(fig: Figure, spec: UprightSpec, posed: Posed): void {
  const { pose, legs, arms } = posed;
  const hold = holdOf(fig, spec, posed);
  const inTorso = (draw: () => void) => fig.brush.at(posed.hips[0], posed.hips[1], 1, pose.lean ?? 0, false, draw);
  const { seated } = pose;
  if (spec.head.back) inHead(fig, spec, posed, () => spec.head.back!(fig));
  inTorso(() => {
    drawBackwear(fig, spec, false);
    spec.behind?.();
  });
  drawTail(fig, spec, posed);
  spec.seat?.behind();
  if (!seated) {
    drawLeg(fig, spec, legs.far);
    drawLeg(fig, spec, legs.near);
  }
  if (!pose.farInFront) inTorso(() => drawArm(fig, spec, arms.far));
  inTorso(() => drawTorso(fig, spec));
  if (seated) {
    drawLeg(fig, spec, legs.far);
    drawLeg(fig, spec, legs.near);
  }
  spec.seat?.before();
  const armUp = (arm: Arm) => !spec.wing && arm.points[2][1] < -spec.torso.height * 0.95;
  // What is hugged is behind the arms; what is only held is before them, and the hands are at its sides.
  const isWrapped = hold?.hugged || spec.wing !== undefined;
  if (hold?.before === 'arms' && isWrapped) inTorso(() => drawHeld(fig, hold));
  if (pose.farInFront && !armUp(arms.far)) inTorso(() => drawArm(fig, spec, arms.far));
  if (!armUp(arms.near)) inTorso(() => drawArm(fig, spec, arms.near));
  if (hold?.before === 'arms' && !isWrapped) {
    inTorso(() => {
      drawHeld(fig, hold);
      drawHand(fig, spec, arms.far);
      drawHand(fig, spec, arms.near);
    });
  }
  inTorso(() => dressNeck(fig, spec));
  drawHead(fig, spec, posed);
  inTorso(() => {
    if (hold?.before === 'hand') drawHeld(fig, hold);
    if (pose.farInFront && armUp(arms.far)) drawArm(fig, spec, arms.far);
    if (armUp(arms.near)) drawArm(fig, spec, arms.near);
    if (hold?.before === 'hand' && hold.arm) drawHand(fig, spec, hold.arm === 'far' ? arms.far : arms.near);
  });
}

function drawFromBehind(fig: Figure, spec: UprightSpec, posed: Posed): void {
  const { pose, legs, arms } = posed;
  const hold = holdOf(fig, spec, posed);
  const inTorso = (draw: () => void) =>
    fig.brush.at(posed.hips[0], posed.hips[1], 1, (pose.lean ?? 0) * 0.4, false, draw);
  inTorso(() => {
    if (hold) drawHeld(fig, hold);
    drawArm(fig, spec, arms.far);
    drawArm(fig, spec, arms.near);
  });
  spec.seat?.before();
  drawLeg(fig, spec, legs.far);
  drawLeg(fig, spec, legs.near);
  inTorso(() => {
    drawTorso(fig, { ...spec, belly: undefined });
    dressNeck(fig, spec);
  });
  spec.seat?.behind();
  drawHead(fig, spec, posed);
  if (spec.head.back) inHead(fig, spec, posed, () => spec.head.back!(fig));
  inTorso(() => {
    spec.behind?.();
    drawBackwear(fig, spec, true);
  });
  drawTail(fig, spec, posed);
}

function holdOf(fig: Figure, spec: UprightSpec, posed: Posed): Hold | undefined {
  const prop = fig.character.holds;
  if (!prop) return undefined;
  const { near, far } = posed.arms;
  const name = fig.character.pose;
  const size = spec.torso.height;
  if ((name === 'hold' && !isHeldInOneHand(prop)) || name === 'hug') {
    return { prop, at: between(near.points[2], far.points[2], 0.5), before: 'arms', size, hugged: name === 'hug' };
  }
  const arm = name === 'wave' || name === 'jump' || name === 'point' || name === 'reach' ? near : far;
  return { prop, at: arm.points[2], before: 'hand', size, arm: arm.near ? 'near' : 'far' };
}

function drawTail(fig: Figure, spec: UprightSpec, posed: Posed): void {
  if (!spec.tail || (spec.seat && !fig.away)) return;
  const { pose, hips } = posed;
  const x = fig.away ? 0 : (spec.tail.x ?? -spec.torso.widths[4]! * 0.5);
  const at = plus(hips, rotated([x, spec.tail.y], pose.lean ?? 0));
  fig.brush.at(
    at[0],
    at[1],
    1,
    (pose.tail ?? 0) + (pose.lean ?? 0) * 0.5 + fig.breath * 0.04 + fig.sway * 0.05,
    false,
    spec.tail.draw,
  );
}

function drawHead(fig: Figure, spec: UprightSpec, posed: Posed): void {
  inHead(fig, spec, posed, () => {
    spec.head.draw(fig);
    headwear(fig, spec.head);
  });
}

function inHead(fig: Figure, spec: UprightSpec, posed: Posed, draw: () => void): void {
  const { pose, hips } = posed;
  const lean = (pose.lean ?? 0) * (fig.away ? 0.4 : 1);
  const neck = plus(hips, rotated([fig.turn * 2, -spec.torso.height - fig.breath * 1.2], lean));
  const tilt =
    fig.look.tilt * (fig.away ? 0.4 : 1) + (pose.tilt ?? 0) + fig.sway * 0.035 + lean * (pose.stretched ? 0.3 : 0.25);
  fig.brush.at(neck[0], neck[1], 1, tilt, false, () => fig.brush.at(0, -spec.head.up, spec.head.scale, 0, false, draw));
}

function clamp(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
