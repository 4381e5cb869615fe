namespace ContactCenter.Language.Classification.Training;

/// <summary>
/// Characters one by one, with the next one known before it is taken. <see cref="TextReader.Peek"/> does not promise that: at the edge of
/// the buffer of a pipe it answers that nothing comes although something does.
/// </summary>
internal sealed class CharacterReader(TextReader reader)
{
    private int _next;
    private bool _isNextKnown;

    /// <summary>The next character, which stays; negative at the end.</summary>
    public int Peek()
    {
        if (!_isNextKnown)
        {
            _next = reader.Read();
            _isNextKnown = true;
        }

        return _next;
    }

    /// <summary>Takes the next character; negative at the end.</summary>
    public int Read()
    {
        var next = Peek();
        _isNextKnown = next < 0;
        return next;
    }
}
