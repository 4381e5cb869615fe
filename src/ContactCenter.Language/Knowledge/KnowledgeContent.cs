using ContactCenter.Language.Embedding;

namespace ContactCenter.Language.Knowledge;

/// <summary>What a file of a knowledge base holds, in its order.</summary>
internal static class KnowledgeContent
{
    public static void Write(BinaryWriter writer, KnowledgeBase knowledge)
    {
        WriteList(writer, knowledge.Articles, WriteArticle);
        WriteCalibration(writer, knowledge.Calibration);
        WriteList(writer, knowledge.Indexes, WriteIndex);
        if (knowledge.Meanings is { } meanings)
        {
            WriteMeanings(writer, meanings);
            WriteCalibration(writer, knowledge.Hybrid);
        }
    }

    /// <summary>Reads a base.</summary>
    /// <param name="reader">The content.</param>
    /// <param name="hasMeanings">Whether it was built with an encoder.</param>
    /// <exception cref="FormatException">A number does not fit the others.</exception>
    public static KnowledgeBase Read(BinaryReader reader, bool hasMeanings)
    {
        var articles = ReadList(reader, ReadArticle);
        var calibration = ReadCalibration(reader);
        var indexes = ReadList(reader, ReadIndex);
        var meanings = hasMeanings ? ReadMeanings(reader, articles.Length) : null;
        var hybrid = hasMeanings ? ReadCalibration(reader) : null;
        var isWhole = calibration.Weights.Count == KnowledgeMatch.Signs
            && (hybrid is null || hybrid.Weights.Count == HybridSearch.Signs)
            && indexes.All(index => IsWhole(index, articles.Length))
            && (meanings is null || IsOfIndex(meanings, indexes));
        return isWhole
            ? new KnowledgeBase(articles, indexes, calibration, meanings, hybrid)
            : throw new FormatException("its lists do not fit each other");
    }

    private static void WriteCalibration(BinaryWriter writer, Calibration calibration)
    {
        writer.Write(calibration.Bias);
        WriteList(writer, calibration.Weights, static (to, weight) => to.Write(weight));
    }

    private static Calibration ReadCalibration(BinaryReader reader) =>
        new(reader.ReadDouble(), ReadList(reader, static from => from.ReadDouble()));

    private static void WriteMeanings(BinaryWriter writer, ArticleMeanings meanings)
    {
        writer.Write(meanings.Encoder);
        WriteInts(writer, meanings.Articles);
        WriteInts(writer, meanings.Starts);
        WriteList(writer, meanings.Scales, static (to, scale) => to.Write(scale));
        WriteList(writer, meanings.Units, static (to, unit) => to.Write(unit));
    }

    /// <summary>Its lists are checked before anything is reckoned with them.</summary>
    private static ArticleMeanings ReadMeanings(BinaryReader reader, int articles)
    {
        var (encoder, of, starts) = (reader.ReadString(), ReadInts(reader), ReadInts(reader));
        var (scales, units) = (ReadList(reader, static from => from.ReadSingle()), ReadList(reader, static from => from.ReadSByte()));
        var isWhole = of.All(article => article >= 0 && article < articles)
            && starts.Length == of.Length + 1
            && starts[0] == 0
            && starts.Zip(starts.Skip(1)).All(static pair => pair.First < pair.Second)
            && starts[^1] == scales.Length
            && units.Length == scales.Length * SentenceEncoder.Dimensions
            && scales.All(float.IsFinite);
        return isWhole ? new ArticleMeanings(encoder, of, starts, scales, units) : throw new FormatException("its vectors do not fit");
    }

    /// <summary>What words find and what means the like must be the same articles in the same order.</summary>
    private static bool IsOfIndex(ArticleMeanings meanings, LanguageIndex[] indexes) =>
        indexes.FirstOrDefault(static index => index.Language == ArticleMeanings.Language) is { } english
        && english.Articles.AsSpan().SequenceEqual(meanings.Articles);

    private static void WriteArticle(BinaryWriter writer, Article article)
    {
        writer.Write(article.Id);
        writer.Write(article.Language);
        writer.Write(article.Title);
        writer.Write(article.Topic ?? "");
        writer.Write(article.Answer);
        writer.Write(article.Spoken ?? "");
        WriteList(writer, article.Questions, static (to, question) => to.Write(question));
    }

    private static Article ReadArticle(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Language = reader.ReadString(),
        Title = reader.ReadString(),
        Topic = OrNull(reader.ReadString()),
        Answer = reader.ReadString(),
        Spoken = OrNull(reader.ReadString()),
        Questions = ReadList(reader, static from => from.ReadString()),
    };

    private static void WriteIndex(BinaryWriter writer, LanguageIndex index)
    {
        writer.Write(index.Language);
        WriteInts(writer, index.Articles);
        WriteList(writer, index.Terms, static (to, term) => to.Write(term));
        WriteInts(writer, index.Starts);
        WriteInts(writer, index.Postings);
        WriteList(writer, index.Weights, static (to, weight) => to.Write(weight));
        WriteList(writer, index.Lengths, static (to, length) => to.Write(length));
        WriteList(writer, index.Questions, static (to, question) =>
        {
            to.Write7BitEncodedInt(question.Article);
            WriteInts(to, question.Terms);
        });
    }

    private static LanguageIndex ReadIndex(BinaryReader reader) => new(
        reader.ReadString(),
        ReadInts(reader),
        ReadList(reader, static from => from.ReadString()),
        ReadInts(reader),
        ReadInts(reader),
        ReadList(reader, static from => from.ReadSingle()),
        ReadList(reader, static from => from.ReadSingle()),
        ReadList(reader, static from => new IndexedQuestion(from.Read7BitEncodedInt(), ReadInts(from))));

    /// <summary>True when a search can never leave the lists, whatever it asks for.</summary>
    private static bool IsWhole(LanguageIndex index, int articles) =>
        index.Articles.All(article => article >= 0 && article < articles)
        && index.Starts.Length == index.Terms.Length + 1
        && index.Starts[0] == 0
        && index.Starts.Zip(index.Starts.Skip(1)).All(static pair => pair.First <= pair.Second)
        && index.Starts[^1] == index.Postings.Length
        && index.Weights.Length == index.Postings.Length
        && index.Lengths.Length == index.Articles.Length
        && index.Postings.All(article => article >= 0 && article < index.Articles.Length)
        && index.Questions.All(question => question.Article >= 0 && question.Article < index.Articles.Length
            && question.Terms.All(term => term >= 0 && term < index.Terms.Length));

    private static void WriteInts(BinaryWriter writer, int[] numbers) =>
        WriteList(writer, numbers, static (to, number) => to.Write7BitEncodedInt(number));

    private static int[] ReadInts(BinaryReader reader) => ReadList(reader, static from => from.Read7BitEncodedInt());

    private static void WriteList<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static T[] ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.Read7BitEncodedInt();

        // an item is a byte at least, so a count beyond the rest of the file is a wrong one
        if (count < 0 || count > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new FormatException("a list is longer than the file");
        }

        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read(reader);
        }

        return items;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
