namespace Amazon.Connect.Model;

public class FilterV2
{
    public string FilterKey { get; set; }

    public List<string> FilterValues { get; set; }
}
