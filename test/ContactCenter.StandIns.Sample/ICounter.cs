namespace ContactCenter.StandIns.Sample;

public interface ICounter
{
    public int Next();
}
