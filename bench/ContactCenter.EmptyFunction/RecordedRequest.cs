namespace ContactCenter.EmptyFunction;

/// <summary>One request.</summary>
internal sealed class RecordedRequest(string method, Uri address)
{
    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[] Body { get; set; } = [];

    /// <summary>Sends it and reads the answer, whatever that is.</summary>
    public async Task SendAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Body);
        }

        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                _ = request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await http.SendAsync(request);
        _ = await response.Content.ReadAsByteArrayAsync();
    }
}
