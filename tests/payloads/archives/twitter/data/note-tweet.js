window.YTD.note_tweet.part0 = [
 {
  "noteTweet": {
   "noteTweetId": "1",
   "createdAt": "2024-03-01T09:00:00.000Z",
   "core": {
    "text": "A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. And that is why worms matter.",
    "urls": []
   }
  }
 }
]
