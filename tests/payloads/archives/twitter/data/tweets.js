window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id": "9001",
   "id_str": "9001",
   "full_text": "The heap sleeps &amp; waits: https://t.co/abc https://t.co/pic",
   "created_at": "Fri Mar 01 09:00:00 +0000 2024",
   "retweeted": false,
   "lang": "en",
   "entities": {
    "urls": [
     {
      "url": "https://t.co/abc",
      "expanded_url": "https://example.org/heap?a=1"
     }
    ],
    "media": [
     {
      "url": "https://t.co/pic"
     }
    ]
   },
   "favorite_count": "0"
  }
 },
 {
  "tweet": {
   "id": "9002",
   "id_str": "9002",
   "full_text": "With straw, @ben.",
   "created_at": "Fri Mar 01 09:00:00 +0000 2024",
   "retweeted": false,
   "lang": "en",
   "entities": {
    "hashtags": [],
    "urls": [],
    "user_mentions": []
   },
   "favorite_count": "0",
   "in_reply_to_status_id_str": "9001",
   "in_reply_to_screen_name": "ada"
  }
 },
 {
  "tweet": {
   "id": "9003",
   "id_str": "9003",
   "full_text": "RT @ben: Look at my goats.",
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
 },
 {
  "tweet": {
   "id": "9004",
   "id_str": "9004",
   "full_text": "A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. A long thought about compost. … https://t.co/long",
   "created_at": "Fri Mar 01 09:00:00 +0000 2024",
   "retweeted": false,
   "lang": "en",
   "entities": {
    "urls": [
     {
      "url": "https://t.co/long",
      "expanded_url": "https://twitter.com/i/web/status/9004"
     }
    ]
   },
   "favorite_count": "0"
  }
 },
 {
  "tweet": {
   "id": "9005",
   "id_str": "9005",
   "full_text": "https://t.co/pic",
   "created_at": "Fri Mar 01 09:00:00 +0000 2024",
   "retweeted": false,
   "lang": "en",
   "entities": {
    "media": [
     {
      "url": "https://t.co/pic"
     }
    ]
   },
   "favorite_count": "0"
  }
 }
]
