print("kiemphieu")
