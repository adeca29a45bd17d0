window.YTD.account.part0 = [
 {
  "account": {
   "email": "ada@example.org",
   "username": "adaquill",
   "accountId": "1",
   "accountDisplayName": "Ada Quill"
  }
 }
]
