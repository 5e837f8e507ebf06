return {
  hello = "Hello"
  yes = "Yes",
}
