using ContactCenter.Lexicon;

// dotnet run --project eng/ContactCenter.Lexicon: after words were changed. A test says when it was forgotten.
if (args.Length > 0)
{
    Console.Error.WriteLine("usage: dotnet run --project eng/ContactCenter.Lexicon (anywhere in the repository; it takes nothing)");
    return 2;
}

for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
{
    if (File.Exists(Path.Combine(folder.FullName, "ContactCenterServerless.sln")))
    {
        var (bytes, words) = LexiconFile.Make(folder.FullName);
        File.WriteAllBytes(Path.Combine(folder.FullName, LexiconFile.Target), bytes);
        Console.WriteLine($"{LexiconFile.Target}: {words} words, phrases and signs with their forms, {bytes.Length} bytes");
        return 0;
    }
}

Console.Error.WriteLine($"{Environment.CurrentDirectory} is not in the repository");
return 2;
