namespace ContactCenter.Aws;

/// <summary>A page of a list, and what asks for the next one.</summary>
/// <param name="Items">What is on it; null: nothing.</param>
/// <param name="Next">The token of the next page; null or empty: this is the last.</param>
internal sealed record Page<T>(IEnumerable<T>? Items, string? Next)
{
    /// <summary>Reads all pages of a list, one after the other.</summary>
    /// <param name="maximum">So many at most: no answer is longer.</param>
    /// <param name="read">Reads the page of a token; of the first one it is null.</param>
    public static async Task<List<T>> AllAsync(int maximum, Func<string?, Task<Page<T>>> read)
    {
        var all = new List<T>();
        string? token = null;
        for (var i = 0; i < maximum; i++)
        {
            var page = await read(token);
            all.AddRange(page.Items ?? []);
            if (string.IsNullOrEmpty(page.Next))
            {
                break;
            }

            token = page.Next;
        }

        return all;
    }
}
