using System.Runtime.InteropServices;
using System.Text.Json;
using ContactCenter.Language.Classification.Learning;
using ContactCenter.Language.Classification.Scope;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Classification.Model;

/// <summary>Which section of a model file holds what.</summary>
internal static class ModelSections
{
    /// <summary>Number of sections of a model that was trained without an encoder.</summary>
    public const int Count = 19;

    /// <summary>Number of sections of one that was trained with one; the first ones are those of a model without.</summary>
    public const int CountWithEncoder = 22;

    /// <summary>Weights of the linear model of urgency that a model has room for.</summary>
    public const int RoomForUrgency = 50_000;

    // A model is loaded at the start of a function and packaged with it: it stays below four megabytes while there are up to some hundred
    // topics.
    private const int MaximumBytes = 4 * 1024 * 1024;

    // What the card takes, rounded up: for each topic its name and its share.
    private const int BytesOfCard = 4096;
    private const int BytesOfCardPerTopic = 96;

    // Topics beyond some hundred need room for themselves: fewer weights than this for each and they are confused.
    private const int MinimumWeightsPerTopic = 1_000;

    private const int LinearAt = 2;
    private const int BagAt = 6;
    private const int PhrasesAt = 10;
    private const int UrgencyAt = 14;
    private const int SpaceAt = 18;
    private const int MeaningAt = 19;

    /// <summary>The sections of a model, ready for <see cref="ModelFile.Write"/>.</summary>
    public static ReadOnlyMemory<byte>[] Pack(ModelCard card, TopicScorer scorer, LinearModel urgency, WordMending? mending) =>
    [
        JsonSerializer.SerializeToUtf8Bytes(card, ModelCardJson.Default.ModelCard),
        scorer.Weights.Bytes,
        .. OfLinear(scorer.Linear),
        .. OfRows(scorer.Bag.Features), scorer.Bag.Dense,
        .. OfRows(scorer.Phrases.Fragments), scorer.Phrases.Dense,
        .. OfLinear(urgency),
        scorer.Space.Bytes,
        .. scorer.Meaning is { } meaning && mending is not null
            ? new[] { meaning.Probe.Bytes, meaning.Space.Bytes, mending.Bytes }
            : [],
    ];

    /// <summary>The learners of a model from its sections.</summary>
    /// <exception cref="ModelFileException">A section does not have the size that the others imply.</exception>
    public static (TopicScorer Scorer, LinearModel Urgency) Unpack(ReadOnlyMemory<byte>[] sections, ModelCard card)
    {
        var topics = card.Topics.Count;
        Require(topics > 0 && card.StackWeights.Count == ScoringBuffers.Learners, "topics and stack weights");
        Require(card.ScopeWeights.Count == ScopeSignals.Count + 1, "weights of scope");
        Require(sections[SpaceAt].Length == TopicSpace.Length(topics, BagNetwork.Hidden), "topic space");
        Require(sections[1].Length == BagWeights.Buckets * sizeof(float), "feature weights");
        var bag = Rows(sections, BagAt, BagNetwork.Hidden, BagNetwork.Rows);
        var phrases = Rows(sections, PhrasesAt, PhraseNetwork.WordWidth, PhraseNetwork.Rows);
        Require(sections[BagAt + 3].Length == BagNetwork.DenseBytes(topics), "bag network");
        Require(sections[PhrasesAt + 3].Length == PhraseNetwork.DenseBytes(topics), "phrase network");
        var scorer = new TopicScorer(
            new BagWeights(sections[1]),
            Linear(sections, LinearAt, topics),
            new BagNetwork(bag, sections[BagAt + 3]),
            new PhraseNetwork(phrases, sections[PhrasesAt + 3]),
            new TopicSpace(sections[SpaceAt], BagNetwork.Hidden),
            Meaning(sections, card));
        return (scorer, Linear(sections, UrgencyAt, card.UrgencyLevels.Count));
    }

    /// <summary>Weights of the linear model that a model of so many topics and levels of urgency has room for.</summary>
    public static int RoomForTopics(int topics, int levels)
    {
        var rows = BytesOfRows(BagNetwork.Rows, BagNetwork.Hidden) + BytesOfRows(PhraseNetwork.Rows, PhraseNetwork.WordWidth);
        var dense = BagNetwork.DenseBytes(topics) + PhraseNetwork.DenseBytes(topics) + TopicSpace.Length(topics, BagNetwork.Hidden);
        var buckets = BagWeights.Buckets * (sizeof(float) + sizeof(int));
        var urgency = levels == 0 ? 0 : (BagWeights.Buckets * sizeof(int)) + (RoomForUrgency * 2 * sizeof(byte));
        var left = MaximumBytes - rows - dense - buckets - urgency - BytesOfCard - (topics * BytesOfCardPerTopic);
        return Math.Max(
            topics * MinimumWeightsPerTopic,
            left / (sizeof(sbyte) + (topics <= LinearModel.MaximumNarrowTopics ? sizeof(byte) : sizeof(ushort))));

        static int BytesOfRows(int rows, int width) => rows * (sizeof(ushort) + sizeof(float) + width);
    }

    /// <summary>The words by which typing errors are mended before the encoder reads; null in a model without one.</summary>
    public static WordMending? Mending(ReadOnlyMemory<byte>[] sections) =>
        sections.Length == CountWithEncoder ? WordMending.Read(sections[MeaningAt + 2].Span) : null;

    private static MeaningScorer? Meaning(ReadOnlyMemory<byte>[] sections, ModelCard card)
    {
        Require((card.Encoder is not null) == (sections.Length == CountWithEncoder), "encoder");
        if (card.Encoder is not { } encoder)
        {
            return null;
        }

        var topics = card.Topics.Count;
        Require(encoder.StackWeights.Count == ScoringBuffers.LearnersWithEncoder, "stack weights with encoder");
        Require(encoder.ScopeWeights.Count == ScopeSignals.CountWithEncoder + 1, "weights of scope with encoder");
        Require(sections[MeaningAt].Length == MeaningProbe.Length(topics), "probe");
        Require(sections[MeaningAt + 1].Length == TopicSpace.Length(topics, SentenceEncoder.Dimensions), "space of meanings");
        return new MeaningScorer(
            new MeaningProbe(sections[MeaningAt]), new TopicSpace(sections[MeaningAt + 1], SentenceEncoder.Dimensions));
    }

    private static ReadOnlyMemory<byte>[] OfLinear(LinearModel model) =>
        model.TopicCount == 0 ? [default, default, default, default] : [model.RowStart, model.Topics, model.Weights, model.Scales];

    private static ReadOnlyMemory<byte>[] OfRows(Int8Rows rows) => [rows.RowIndex, rows.Scales, rows.Values];

    private static LinearModel Linear(ReadOnlyMemory<byte>[] sections, int at, int topics)
    {
        Require(sections[at].Length == (topics == 0 ? 0 : (BagWeights.Buckets + 1) * sizeof(int)), "linear rows");
        Require(
            sections[at + 1].Length == sections[at + 2].Length
                * (topics <= LinearModel.MaximumNarrowTopics ? sizeof(byte) : sizeof(ushort)),
            "linear weights");
        Require(sections[at + 3].Length == topics * 2 * sizeof(float), "linear scales");
        Require(
            topics == 0 || AreInOrder(MemoryMarshal.Cast<byte, int>(sections[at].Span), sections[at + 2].Length), "order of linear rows");
        Require(
            topics == 0 || (topics <= LinearModel.MaximumNarrowTopics
                ? !sections[at + 1].Span.ContainsAnyExceptInRange((byte)0, (byte)(topics - 1))
                : !MemoryMarshal.Cast<byte, ushort>(sections[at + 1].Span).ContainsAnyExceptInRange((ushort)0, (ushort)(topics - 1))),
            "topics of linear weights");
        return new LinearModel(sections[at], sections[at + 1], sections[at + 2], sections[at + 3]);
    }

    private static Int8Rows Rows(ReadOnlyMemory<byte>[] sections, int at, int width, int rows)
    {
        Require(sections[at].Length == rows * sizeof(ushort), "row index");
        Require(sections[at + 1].Length / sizeof(float) * width == sections[at + 2].Length, "row values");
        var stored = sections[at + 1].Length / sizeof(float);
        foreach (var row in MemoryMarshal.Cast<byte, ushort>(sections[at].Span))
        {
            Require(row < stored || row == Int8Rows.Absent, "numbers of rows");
        }

        return new Int8Rows(width, sections[at], sections[at + 1], sections[at + 2]);
    }

    /// <summary>Whether rows follow each other from nothing to the last weight: a search by them never leaves the weights.</summary>
    private static bool AreInOrder(ReadOnlySpan<int> starts, int weights)
    {
        for (var i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1])
            {
                return false;
            }
        }

        return starts[0] == 0 && starts[^1] == weights;
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new ModelFileException(Problems.SectionsDiffer(what));
        }
    }
}
