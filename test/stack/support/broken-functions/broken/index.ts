throw new Error("This function cannot be without its setting");
