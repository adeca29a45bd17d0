window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id": "9010",
   "id_str": "9010",
   "full_text": "A second part.",
   "created_at": "Fri Mar 01 09:00:00 +0000 2024",
   "retweeted": false,
   "lang": "en",
   "entities": {
    "hashtags": [],
    "urls": [],
    "user_mentions": []
   },
   "favorite_count": "0"
  }
 }
]
