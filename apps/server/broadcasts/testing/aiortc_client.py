"""A WHIP or WHEP client on aiortc, an implementation of WebRTC that shares no code with Kinora's relay.

Usage: aiortc_client.py publish|watch URL TOKEN CODEC
Prints one line of JSON per event. `publish` sends until its input ends; `watch` ends after ten pictures.
"""

import asyncio
import json
import sys
from urllib.parse import urljoin
from urllib.request import Request, urlopen

from aiortc import RTCPeerConnection, RTCRtpReceiver, RTCRtpSender, RTCSessionDescription
from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

ROLE, URL, TOKEN, CODEC = sys.argv[1:5]


def say(**event):
    print(json.dumps(event), flush=True)


def request(method, url, body=None):
    headers = {"authorization": "Bearer " + TOKEN, "content-type": "application/sdp"}
    return urlopen(Request(url, data=body, method=method, headers=headers))


def prefer(transceiver, capabilities):
    wanted = "video/" + CODEC
    transceiver.setCodecPreferences([c for c in capabilities.codecs if c.mimeType.lower() == wanted.lower()])


async def connect(peer):
    await peer.setLocalDescription(await peer.createOffer())
    response = request("POST", URL, peer.localDescription.sdp.encode())
    answer = response.read().decode()
    await peer.setRemoteDescription(RTCSessionDescription(answer, "answer"))
    say(event="answered", status=response.status, etag=response.headers["etag"])
    return urljoin(URL, response.headers["location"])


async def main():
    peer = RTCPeerConnection()
    done = asyncio.Event()
    peer.on("connectionstatechange", lambda: say(event="state", state=peer.connectionState))
    if ROLE == "publish":
        video = peer.addTransceiver(VideoStreamTrack(), direction="sendonly")
        prefer(video, RTCRtpSender.getCapabilities("video"))
        peer.addTransceiver(AudioStreamTrack(), direction="sendonly")
        session = await connect(peer)
        await asyncio.get_event_loop().run_in_executor(None, sys.stdin.read)
    else:
        counts = {"video": 0, "audio": 0}

        async def count(track):
            while True:
                frame = await track.recv()
                counts[track.kind] += 1
                if counts["video"] >= 10 and counts["audio"] >= 10 and not done.is_set():
                    done.set()
                    say(event="watched")
                if track.kind == "video" and counts["video"] == 1:
                    say(event="picture", width=frame.width, height=frame.height)

        peer.on("track", lambda track: asyncio.ensure_future(count(track)))
        video = peer.addTransceiver("video", direction="recvonly")
        prefer(video, RTCRtpReceiver.getCapabilities("video"))
        peer.addTransceiver("audio", direction="recvonly")
        session = await connect(peer)
        await done.wait()
    say(event="deleted", status=request("DELETE", session).status)
    await peer.close()


asyncio.run(main())
