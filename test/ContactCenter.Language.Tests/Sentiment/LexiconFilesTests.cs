using System.Globalization;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Language.Sentiment;
using ContactCenter.Lexicon;

namespace ContactCenter.Language.Tests.Sentiment;

/// <summary>What the files of the lexicon promise in their first lines.</summary>
public sealed class LexiconFilesTests
{
    private static readonly Dictionary<string, string[]> Files = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, LexiconFile.Source))
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file)!, File.ReadAllLines);

    [Fact]
    public void What_is_packaged_was_made_of_these_files()
    {
        var packaged = File.ReadAllBytes(Path.Combine(Repository.Root, LexiconFile.Target));

        Assert.True(
            LexiconFile.Make(Repository.Root).Bytes.AsSpan().SequenceEqual(packaged),
            $"{LexiconFile.Target} is older than the words in {LexiconFile.Source}: dotnet run --project eng/ContactCenter.Lexicon");
    }

    [Theory]
    [InlineData("english")]
    [InlineData("german")]
    [InlineData("signs")]
    public void No_word_is_judged_twice(string language)
    {
        var judged = Judgements().Where(each => each.File.StartsWith(language, StringComparison.Ordinal)).ToArray();

        // a verb may be an adjective too, with one judgement
        var twice = judged.GroupBy(each => each.Word).Where(group =>
            group.Count() > 1 && (group.Select(each => each.Kind).Distinct().Count() < group.Count()
            || group.Select(each => (each.File, each.Valence)).Distinct().Count() > 1));
        Assert.NotEmpty(judged);
        Assert.Empty(twice.Select(group => string.Join("; ", group)));
    }

    [Fact]
    public void Every_valence_is_between_minus_four_and_four() =>
        Assert.All(Judgements(), each => Assert.InRange(each.Valence, -SentimentScorer.MaximumValence, SentimentScorer.MaximumValence));

    [Fact]
    public void Every_phrase_is_short_enough_to_be_found() =>
        Assert.All(
            Judgements().Where(each => !each.File.Contains("signs", StringComparison.Ordinal)),
            each => Assert.True(each.Word.Split('_').Length <= SentimentScorer.MaximumPhrase, each.Word));

    [Fact]
    public void Every_english_word_is_found_in_a_text()
    {
        var words = Judgements().Where(each =>
            each.File.StartsWith("english", StringComparison.Ordinal) && each.Kind is "word" or "fixed" && each.Valence != 0);

        Assert.All(words, each => Assert.NotEqual(0, SentimentScorer.Default.Score($"x {each.Word.Replace('_', ' ')}")));
    }

    private static IEnumerable<Judgement> Judgements() =>
        from file in Files
        from line in file.Value
        where line.Length > 0 && line[0] != '#'
        let head = line.IndexOf(": ", StringComparison.Ordinal)
        let kind = line[..head].Split(' ')
        where kind is ["word" or "fixed" or "verb" or "adj" or "noun" or "sign", _]
        from word in line[(head + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select new Judgement(file.Key, kind[0], double.Parse(kind[1], CultureInfo.InvariantCulture), word);

    private sealed record Judgement(string File, string Kind, double Valence, string Word);
}
