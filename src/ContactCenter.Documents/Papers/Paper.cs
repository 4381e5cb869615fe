namespace ContactCenter.Documents.Papers;

/// <summary>A document, before anybody has said in which format: text is text, and each format encodes it in its own way.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Language">Two-letter code of its language.</param>
/// <param name="Blocks">What stands in it, from top to bottom.</param>
public sealed record Paper(string Title, string Language, IReadOnlyList<PaperBlock> Blocks);

/// <summary>A part of a document.</summary>
public abstract record PaperBlock;

/// <summary>A heading.</summary>
/// <param name="Text">The words.</param>
public sealed record HeadingBlock(string Text) : PaperBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsLead">True: it stands out, because everybody reads it.</param>
public sealed record TextBlock(string Text, bool IsLead = false) : PaperBlock;

/// <summary>A list.</summary>
/// <param name="Items">Its entries.</param>
public sealed record ListBlock(IReadOnlyList<string> Items) : PaperBlock;

/// <summary>A few numbers that everybody reads.</summary>
/// <param name="Cards">The numbers.</param>
public sealed record CardBlock(IReadOnlyList<Card> Cards) : PaperBlock;

/// <summary>A number with what it means.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number.</param>
/// <param name="Beside">What it is compared with.</param>
public sealed record Card(string Name, string Value, string Beside);

/// <summary>A table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The cells, row by row.</param>
public sealed record TableBlock(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock
{
    /// <summary>From which column on cells are numbers.</summary>
    public int NumbersFrom { get; init; } = int.MaxValue;
}

/// <summary>A plot, whose numbers stand as a table beside it.</summary>
/// <param name="Svg">The drawing, made by ContactCenter.Plots, which encodes its own texts.</param>
/// <param name="Caption">What it shows.</param>
public sealed record PlotBlock(string Svg, string Caption) : PaperBlock;
